import { describe, expect, it, vi } from 'vitest';
import { type Kernel, plainTypeScript } from '../../../src/engine/kernel';
import { type OptimizerName, optimizers } from '../../../src/engine/optimizers';
import { parametersOf } from '../../../src/engine/parameters';
import { fastKernels, plain, problemOf } from './support';

// As if the kernels had no optimizer, like one that is new.
vi.mock('../../../src/engine/wasm/fusedOptimizers', async original => ({
  ...(await original<object>()),
  fusedOptimizer: () => null,
}));

const names = Object.keys(optimizers) as OptimizerName[];

/** The parameters after two steps, and the norms of the gradients. */
function outcome(kernel: Kernel, optimizer: OptimizerName, gradientClipNorm: number) {
  const { state, train, options } = problemOf({
    ...{ ...plain, optimizer, gradientClipNorm, weightDecay: 0.01 },
    ...{ nInputs: 5, hidden: [{ size: 9, activation: 'tanh' }], nOutputs: 3, nSamples: 6, batchSize: 5 },
  });
  const trainer = kernel.createTrainer(state, train, 5, options);
  const norms = [0, 1].flatMap(() => {
    const { statistics } = trainer.step(Uint32Array.of(3, 0, 5, 2, 1), 0.01, true);
    state.progress.step++;
    return statistics!.map(({ gradientNorm }) => gradientNorm);
  });
  return [...norms, ...parametersOf(trainer.network()).flatMap(({ values }) => [...values])];
}

const cases = names.flatMap(name => [0, 0.05].map(clipNorm => [name, clipNorm] as const));

describe.each(fastKernels)('$name', kernel => {
  it.each(cases)('leaves an update by %s, clipped to %d, to the reference', (optimizer, clipNorm) => {
    const expected = outcome(plainTypeScript, optimizer, clipNorm);
    for (const [i, value] of outcome(kernel, optimizer, clipNorm).entries())
      expect(value).toBeCloseTo(expected[i]!, 5);
  });
});
