import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ActivationName, activations } from '../../../src/engine/activations';
import { type Kernel, plainTypeScript } from '../../../src/engine/kernel';
import { type LossName, losses } from '../../../src/engine/losses';
import { type NormalizationName, normalizations } from '../../../src/engine/normalizations';
import { type OptimizerName, optimizers } from '../../../src/engine/optimizers';
import { encodeState, restoreState } from '../../../src/runs/checkpoint';
import { absentThreads } from '../threads/support';
import { fastKernels, problemOf, type Setting } from './support';

const named = <Name extends string>(registry: Record<Name, unknown>) =>
  fc.constantFrom(...(Object.keys(registry) as Name[]));
const size = fc.integer({ min: 1, max: 30 });
const nChoices = fc.integer({ min: 1, max: 3 });

/** Whatever can be configured together, also choices without any number, and numbers of which most are 0. */
const settings = fc.record({
  nInputs: fc.constantFrom(0, 3, 50, 50),
  density: fc.constantFrom(1, 0.1),
  hidden: fc.array(fc.record({ size, activation: named<ActivationName>(activations) }), { maxLength: 2 }),
  nOutputs: size,
  nSamples: size,
  batchSize: size,
  loss: named<LossName>(losses),
  optimizer: named<OptimizerName>(optimizers),
  weightDecay: fc.constantFrom(0, 0.01),
  gradientClipNorm: fc.constantFrom(0, 0.1),
  labelSmoothing: fc.constant(0),
  isWeighted: fc.constant(false),
  embeddings: fc.array(fc.record({ size, width: fc.integer({ min: 1, max: 9 }), nChoices }), {
    maxLength: 1,
  }),
  categories: fc.record({ size, nChoices }),
  normalization: fc.constantFrom(null, ...(Object.keys(normalizations) as NormalizationName[])),
  dropout: fc.constantFrom(0, 0.3),
  isBytes: fc.boolean(),
  choosesNothing: fc.constantFrom(false, false, true),
  seed: fc.nat(),
});

interface Way {
  /** With threads, steps are made call by call and not recorded; so small, they are not divided: crew.test.ts does that. */
  readonly hasThreads?: boolean;
  /** The step before which the state is saved and put into another trainer. */
  readonly resumedAt?: number;
}

const nSteps = 6;

/** Some steps, on whole batches and on single samples, between which options change and the samples are evaluated. */
function outcome(
  kernel: Kernel,
  setting: Setting & { choosesNothing: boolean },
  { hasThreads = false, resumedAt }: Way,
) {
  const { state: initial, train, options, batchSize } = problemOf(setting);
  if (setting.choosesNothing) train.selected.fill(-1);
  const live = { ...options };
  const threads = hasThreads ? absentThreads(2).threads : null;
  let state = initial;
  let trainer = kernel.createTrainer(state, train, batchSize, live, threads);
  const seen: unknown[] = [];
  for (let n = 0; n < nSteps; n++) {
    if (n === resumedAt) {
      const saved = encodeState(trainer.state());
      state = problemOf({ ...setting, seed: setting.seed + 1 }).state;
      restoreState(saved, state);
      trainer = kernel.createTrainer(state, train, batchSize, live, threads);
    }
    if (n === 2 || n === 4) live.gradientClipNorm = 0.1 - live.gradientClipNorm;
    if (n === 4) Object.assign(live, { weightDecay: 0.1, momentum: 0.5 });
    const length = n % 3 === 2 ? 1 : batchSize;
    const rows = Uint32Array.from({ length }, (_, i) => (i * 7919 + n) % train.targets.length);
    seen.push({ ...trainer.step(rows, 0.01, n === 3) });
    state.progress.step++;
    if (n === 1) seen.push(trainer.evaluate(train, true));
  }
  const evaluation = trainer.evaluate(train);
  // Comparing arrays number by number would take longer than training.
  const saved = createHash('sha1').update(encodeState(trainer.state())).digest('hex');
  return { seen, evaluation, alone: kernel.evaluate(trainer.network(), options.loss, train), saved };
}

describe.each([...fastKernels, plainTypeScript])('$name', kernel => {
  it('gives the same bits recorded, call by call and resumed, whatever is trained and changed meanwhile', () => {
    const isSame = fc.property(settings, setting => {
      const whole = outcome(kernel, setting, {});
      expect(whole.alone).toEqual(whole.evaluation);
      expect(Number.isFinite(whole.evaluation.loss)).toBe(true);
      for (const way of [{ hasThreads: true }, { resumedAt: 1 }, { resumedAt: 3 }])
        expect(outcome(kernel, setting, way)).toEqual(whole);
    });
    fc.assert(isSame, { numRuns: 80, seed: 1 });
  }, 30_000);
});
