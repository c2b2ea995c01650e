import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ActivationName, activations } from '../../../src/engine/activations';
import { type LossName, losses } from '../../../src/engine/losses';
import { type OptimizerName, optimizers } from '../../../src/engine/optimizers';
import { done, posted } from '../../../src/engine/threads/board';
import { temporaryFolder } from '../../helpers/temporaryFolder';
import { fastKernels, plain, type Setting } from '../wasm/support';
import { absentThreads, realThreads, trainerOf } from './support';

const large: Setting = {
  ...plain,
  ...{ nInputs: 151, nOutputs: 10, nSamples: 400, batchSize: 130, optimizer: 'adam' },
  hidden: [
    { size: 93, activation: 'relu' },
    { size: 66, activation: 'tanh' },
  ],
};

/** Large enough for most of their calls to be divided. */
const size = fc.integer({ min: 80, max: 180 });
const settings: fc.Arbitrary<Setting> = fc.record({
  nInputs: size,
  hidden: fc.array(
    fc.record({ size, activation: fc.constantFrom(...(Object.keys(activations) as ActivationName[])) }),
    { maxLength: 2 },
  ),
  nOutputs: fc.integer({ min: 1, max: 100 }),
  nSamples: fc.integer({ min: 50, max: 300 }),
  batchSize: size,
  loss: fc.constantFrom<LossName>('cross_entropy', ...(Object.keys(losses) as LossName[])),
  optimizer: fc.constantFrom(...(Object.keys(optimizers) as OptimizerName[])),
  weightDecay: fc.constantFrom(0, 0.01),
  gradientClipNorm: fc.constantFrom(0, 0.1),
  labelSmoothing: fc.constantFrom(0, 0.1),
  isWeighted: fc.boolean(),
  embeddings: fc.constantFrom([], [{ size: 9, width: 30, nChoices: 2 }]),
  categories: fc.constantFrom(null, { size: 20, nChoices: 2 }),
  normalization: fc.constantFrom(null, null, 'layer_norm', 'batch_norm'),
  dropout: fc.constantFrom(0, 0.3),
  isBytes: fc.boolean(),
  density: fc.constantFrom(1, 0.1),
  seed: fc.nat(),
});

const folder = temporaryFolder();

describe.each(fastKernels)('$name', kernel => {
  it.each([2, 3, 4])(
    'cut for %i threads gives the same bits, in networks of any shape',
    nThreads => {
      let nDivided = 0;
      const isEqual = fc.property(settings, setting => {
        const alone = trainerOf(kernel, setting, null);
        const { threads, tasks } = absentThreads(nThreads);
        const cut = trainerOf(kernel, setting, threads);
        expect(cut.run(5)).toEqual(alone.run(5));
        expect(cut.outcome()).toEqual(alone.outcome());
        nDivided += tasks[0]?.board[posted] ?? 0;
      });
      fc.assert(isEqual, { numRuns: 30, seed: 1 });
      expect(nDivided).toBeGreaterThan(300);
    },
    60_000,
  );

  it.each([2, 4])(
    'gives the same bits in %i threads, and ends them',
    async nThreads => {
      const { threads, boards, workers } = await realThreads(nThreads, join(folder(), 'crew.js'));
      const { trainer, run, outcome } = trainerOf(kernel, large, threads);
      const losses = run(20);
      const [board] = boards;
      while (Atomics.load(board!, done) < 200) losses.push(...run(1));
      expect(trainer.nThreads).toBe(nThreads);
      expect(workers.size).toBe(nThreads - 1);

      const alone = trainerOf(kernel, large, null);
      expect(losses).toEqual(alone.run(losses.length));
      expect(outcome()).toEqual(alone.outcome());
      await trainer.close();
      expect(workers.size).toBe(0);
      expect(trainer.nThreads).toBe(1);
      expect(run(3)).toEqual(alone.run(3));
    },
    60_000,
  );
});

describe('alone it goes on', () => {
  const [kernel] = fastKernels;
  const alone = () => trainerOf(kernel!, large, null).run(6);

  it('where a thread cannot be started, and ends those that were', () => {
    const { threads, nEnded } = absentThreads(4);
    const start: typeof threads.start = task => {
      if (task.thread === 3) throw new Error('no more threads');
      return threads.start(task);
    };
    const { trainer, run } = trainerOf(kernel!, large, { ...threads, start });
    expect(run(6)).toEqual(alone());
    expect([trainer.nThreads, nEnded()]).toEqual([1, 2]);
  });

  it('when a thread ends', () => {
    const { threads, die, nEnded } = absentThreads(3);
    const { trainer, run } = trainerOf(kernel!, large, threads);
    const before = run(3);
    expect(trainer.nThreads).toBe(3);
    die(2);
    expect([trainer.nThreads, nEnded()]).toEqual([1, 2]);
    expect([...before, ...run(3)]).toEqual(alone());
  });

  it('starts nothing before its first step', () => {
    const { threads, tasks } = absentThreads(2);
    const { run, trainer } = trainerOf(kernel!, large, threads);
    trainer.state();
    expect(tasks).toHaveLength(0);
    run(1);
    expect(tasks).toHaveLength(1);
  });
});
