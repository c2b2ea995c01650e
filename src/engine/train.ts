import type { Evaluation } from './evaluate';
import type { Examples } from './examples';
import { plainTypeScript, type Trainer } from './kernel';
import { losses } from './losses';
import { Random } from './random';
import { learningRateAt, type ScheduleSettings } from './schedules';
import type { LayerStatistics } from './statistics';
import { hasHistograms, hasStatistics, statisticsInterval } from './statisticsInterval';
import type { StepOptions } from './step';
import type { Progress, TrainingState } from './trainingState';

/** These, not being read-only, may be changed between two steps; of the rate, the schedule takes a part. */
export interface TrainingOptions extends StepOptions, ScheduleSettings {
  learningRate: number;
  momentum: number;
  weightDecay: number;
  gradientClipNorm: number;
  readonly epochs: number;
  readonly batchSize: number;
  readonly shuffle: boolean;
  /** Epochs without improvement after which training ends; 0 is never. */
  readonly earlyStoppingPatience: number;
  readonly earlyStoppingMinDelta: number;
}

export interface StepEvent {
  readonly type: 'step';
  readonly step: number;
  /** Mean over the batch, before its update. */
  readonly loss: number;
  /** What follows when the training goes on. */
  readonly next: 'step' | 'epoch' | 'end';
}

export interface EpochEvent {
  readonly type: 'epoch';
  readonly epoch: number;
  readonly step: number;
  /** Mean over the epoch's batches, each before its update. */
  readonly loss: number;
  readonly accuracy: number | null;
  readonly validation: Evaluation | null;
  /** Of the epoch's last step. */
  readonly learningRate: number;
  /** One a layer, of the epoch's last step; null in an epoch without statistics. */
  readonly statistics: readonly LayerStatistics[] | null;
  readonly isBest: boolean;
  readonly next: 'step' | 'end';
}

export type TrainingOutcome =
  | { readonly type: 'finished' }
  | { readonly type: 'stoppedEarly'; readonly epoch: number }
  | { readonly type: 'diverged'; readonly step: number; readonly loss: number; readonly firstLoss: number };

/** A loss this many times its start is no noise: of one batch, and of a whole epoch. */
const divergedBatch = 1000;
const divergedEpoch = 10;

/**
 * The training loop as a generator of events: no timers, no I/O. Whoever drives it may stop at any event, save the
 * state, change what options may be changed, and go on later from the same state with the same bits.
 */
export function* train(
  state: TrainingState,
  data: { readonly train: Examples; readonly validation: Examples | null },
  options: TrainingOptions,
  trainer: Trainer = plainTypeScript.createTrainer(state, data.train, options.batchSize, options),
): Generator<StepEvent | EpochEvent, TrainingOutcome> {
  const { progress } = state;
  const nSamples = data.train.targets.length;
  const nBatches = Math.ceil(nSamples / options.batchSize);
  const order = new Uint32Array(nSamples);
  const batch = new Uint32Array(Math.min(options.batchSize, nSamples));
  const lastBatch = batch.subarray(0, nSamples - (nBatches - 1) * options.batchSize);
  const nValidation = data.validation?.targets.length ?? 0;
  const interval = statisticsInterval(state, nSamples, nValidation, options.batchSize);

  // A state that was saved at its end goes on only where the options let it.
  let outcome = endAfter(progress, options);
  while (!outcome) {
    const random = new Random(progress.random);
    for (let i = 0; i < nSamples; i++) order[i] = i;
    if (options.shuffle) random.shuffle(order);
    const withStatistics = hasStatistics(progress.epoch + 1, interval);
    const withHistograms = withStatistics && hasHistograms(progress.epoch + 1);

    while (progress.batch < nBatches) {
      const start = progress.batch * options.batchSize;
      const isLast = progress.batch === nBatches - 1;
      const rows = isLast ? lastBatch : batch;
      for (let i = 0; i < rows.length; i++) rows[i] = order[start + i]!;
      const learningRate = learningRateAt(progress.step, nBatches, options);
      const { loss, nCorrect, statistics } = trainer.step(
        rows,
        learningRate,
        isLast && withStatistics,
        isLast && withHistograms,
      );
      progress.step++;
      progress.batch++;
      progress.lossSum += loss * rows.length;
      progress.nCorrect += nCorrect;
      progress.statistics = statistics;
      progress.firstLoss ??= loss;
      const isEnd = hasDiverged(loss, progress.firstLoss, divergedBatch);
      yield { type: 'step', step: progress.step, loss, next: isEnd ? 'end' : isLast ? 'epoch' : 'step' };
      if (isEnd) return diverged(state, loss);
    }

    const learningRate = learningRateAt(progress.step - 1, nBatches, options);
    const event = endEpoch(state, data, options, trainer, learningRate, [withStatistics, withHistograms]);
    progress.random = random.state;
    const hasGrown = hasDiverged(event.loss, progress.firstLoss, divergedEpoch);
    outcome = hasGrown ? diverged(state, event.loss) : endAfter(progress, options);
    yield { ...event, next: outcome ? 'end' : 'step' };
  }
  return outcome;
}

/** How training is over after the epochs that are finished; null where it goes on. */
function endAfter(
  { epoch, improved }: Progress,
  { epochs, earlyStoppingPatience: patience }: TrainingOptions,
): TrainingOutcome | null {
  if (patience > 0 && epoch - (improved?.epoch ?? 0) >= patience) return { type: 'stoppedEarly', epoch };
  return epoch < epochs ? null : { type: 'finished' };
}

/** Evaluates the finished epoch and makes the progress ready for the next one. */
function endEpoch(
  { progress }: TrainingState,
  { train, validation }: { readonly train: Examples; readonly validation: Examples | null },
  options: TrainingOptions,
  trainer: Trainer,
  learningRate: number,
  asked: readonly [withStatistics: boolean, withHistograms: boolean],
): Omit<EpochEvent, 'next'> {
  const nSamples = train.targets.length;
  const evaluation = validation && trainer.evaluate(validation, ...asked);
  progress.epoch++;
  const loss = progress.lossSum / nSamples;
  const result = { epoch: progress.epoch, loss: evaluation?.loss ?? loss };
  const isBetterThan = (other: { loss: number } | null, margin: number) =>
    result.loss < (other?.loss ?? Number.POSITIVE_INFINITY) - margin;
  const isBest = isBetterThan(progress.best, 0);
  if (isBest) progress.best = result;
  if (isBetterThan(progress.improved, options.earlyStoppingMinDelta)) progress.improved = result;
  const event: Omit<EpochEvent, 'next'> = {
    type: 'epoch',
    epoch: progress.epoch,
    step: progress.step,
    loss,
    accuracy: losses[options.loss].predicts === 'class' ? progress.nCorrect / nSamples : null,
    validation: evaluation,
    learningRate,
    statistics: progress.statistics,
    isBest,
  };
  Object.assign(progress, { batch: 0, lossSum: 0, nCorrect: 0, statistics: null });
  return event;
}

/** @param factor how many times the first loss is too much; the first loss counts as 1 at least */
const hasDiverged = (loss: number, firstLoss: number | null, factor: number) =>
  !Number.isFinite(loss) || loss > factor * Math.max(firstLoss ?? 1, 1);

const diverged = ({ progress }: TrainingState, loss: number): TrainingOutcome => ({
  type: 'diverged',
  step: progress.step,
  loss,
  firstLoss: progress.firstLoss ?? loss,
});
