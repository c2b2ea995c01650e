import { z } from 'zod';
import type { AdjustableValues } from '../config/adjustable';

/** Version of the run folder; a run written by a newer one is shown but never changed. */
export const formatVersion = 1;

export const runStatuses = [
  'running',
  'paused',
  'finished',
  'stopped',
  'diverged',
  'failed',
  'interrupted',
] as const;
export type RunStatus = (typeof runStatuses)[number];

/** Messages of runs that were interrupted in good order. */
export const closedWhileTraining = 'The window was closed or reloaded while it trained.';
export const closedWhilePaused = 'The window was closed or reloaded while it was paused.';

/** A run with a process behind it, which may write to its folder. */
export const isLive = (status: RunStatus): boolean => status === 'running' || status === 'paused';

const finite = z.number();
const count = z.int().nonnegative();
const metric = finite.nullable();

const histogram = z.object({ min: finite, max: finite, counts: z.array(finite) });

const layerStatistics = z.object({
  weightNorm: metric,
  gradientNorm: metric,
  /** Mean |update| / mean |weight|. */
  updateRatio: metric,
  /** Fraction of units that are 0 for every sample looked at; null where the activation has no dead side. */
  deadFraction: metric,
  /** Mean and standard deviation of the activations; null without a validation part, whose samples are looked at. */
  activationMean: metric.optional(),
  activationDeviation: metric.optional(),
  /** Fraction of activations where tanh or sigmoid is flat; null for all others. */
  saturatedFraction: metric.optional(),
  /** The weights in bins of equal width from the smallest to the largest; null where one is not finite. */
  weightHistogram: histogram.nullish(),
  /** The same of the gradient of the weights, and of the activations; of some epochs only, the more seldom the later. */
  gradientHistogram: histogram.nullish(),
  activationHistogram: histogram.nullish(),
});
export type LayerStatistics = z.infer<typeof layerStatistics>;

/** One epoch; null stands for a value that is not finite or does not exist (no validation part, a numeric target). */
export const epochMetrics = z.object({
  epoch: finite,
  step: finite,
  loss: metric,
  accuracy: metric,
  valLoss: metric,
  valAccuracy: metric,
  learningRate: finite,
  elapsedMs: finite,
  /** Not in every epoch where epochs are very short. The fields that are optional are not in runs of older versions. */
  layers: z.array(layerStatistics).optional(),
  /** (classes, classes) counts of the validation part, rows are true classes; goes with `layers`. */
  valConfusion: z.array(z.array(finite)).optional(),
});
export type EpochMetrics = z.infer<typeof epochMetrics>;

/** What counts as the result of a run: the numbers of its best epoch without what was seen inside the network. */
export const resultOf = ({ layers: _layers, valConfusion: _counts, ...result }: EpochMetrics): EpochMetrics =>
  result;

/** Loss of one batch, in between the epochs. */
export const stepLoss = z.object({ step: finite, loss: metric });
export type StepLoss = z.infer<typeof stepLoss>;

/** A scalar of the training that was changed while the run trained. */
export const adjustment = z.object({
  /** Steps that were done before; the change acts from the next one on. */
  step: finite,
  /** A key of the section `training`. */
  key: z.string(),
  from: finite,
  to: finite,
});
export type Adjustment = z.infer<typeof adjustment>;

/** What stands in `run.json`. */
export const runRecord = z.looseObject({
  formatVersion: finite,
  id: z.string(),
  /** Counts the runs beside one configuration folder, from 1. */
  number: finite,
  name: z.string(),
  status: z.enum(runStatuses),
  /** Why a run failed or diverged, in words for a person. */
  message: z.string().optional(),
  startedAt: z.string(),
  finishedAt: z.string().optional(),
  /** File name of the configuration, and the way from the run folder to the folder that it lies in. */
  configurationFile: z.string(),
  configurationFolder: z.string(),
  configurationText: z.string(),
  /** Keys that the command line set beside the text: `training.learning_rate=0.01`. */
  overrides: z.array(z.string()),
  configuration: z.record(z.string(), z.unknown()),
  /** What was changed since, in the order of the steps. */
  adjustments: z.array(adjustment).default([]),
  data: z.object({ fingerprint: z.string(), nTrain: count, nValidation: count, nTest: count }),
  preprocessing: z.unknown(),
  /** `threads` worked at the end; they change nothing but the time, and runs that are older do not say. */
  engine: z.object({ version: z.string(), kernel: z.string(), threads: finite.optional() }),
  nParameters: finite,
  plannedEpochs: finite,
  stepsPerEpoch: finite,
  task: z.enum(['classification', 'regression']),
  classNames: z.array(z.string()),
  /** Validation loss of predicting each class as often as the training part has it; runs of other programs may lack it. */
  baseline: metric.optional(),
  best: epochMetrics.nullable(),
  /** Epochs whose weights lie in `checkpoints/`, ascending; 0 is the start. */
  checkpoints: z.array(finite).default([]),
  /** Epochs from one row of `sample-losses.f32` to the next. */
  sampleLossStride: z.int().min(1).default(1),
  lastEpoch: finite,
  elapsedMs: finite,
  /** The process that trains, so that others can tell a live run from an interrupted one. */
  process: z.object({ id: finite, host: z.string(), startedMs: finite }).optional(),
});
export type RunRecord = z.infer<typeof runRecord>;

/** The part of a record that lists and charts need. */
export interface RunSummary {
  readonly id: string;
  /** The run folder's absolute path. */
  readonly folder: string;
  readonly name: string;
  readonly status: RunStatus;
  readonly message: string | null;
  readonly startedAt: string;
  readonly configurationFile: string;
  /** Where the configuration lies, or lay: absolute. */
  readonly configurationPath: string;
  readonly plannedEpochs: number;
  readonly stepsPerEpoch: number;
  readonly lastEpoch: number;
  readonly elapsedMs: number;
  readonly task: 'classification' | 'regression';
  readonly classNames: readonly string[];
  readonly nTrain: number;
  readonly nValidation: number;
  readonly nTest: number;
  readonly nParameters: number;
  readonly kernel: string;
  /** Validation loss of predicting each class as often as the training part has it; null where it does not exist. */
  readonly baseline: number | null;
  readonly best: EpochMetrics | null;
  /** Epochs whose weights can be looked at, ascending. */
  readonly recordedEpochs: readonly number[];
  readonly adjustments: readonly Adjustment[];
  /** What may be changed while it trains, as it is now. */
  readonly adjustable: AdjustableValues;
  /** The latest step, also where the curve leaves it out; null where this session has done none. */
  readonly lastStep: StepLoss | null;
  /** Why the run can only be read: it was written by a newer version. */
  readonly readOnly: boolean;
}
