/** The curves of one chart, from a run's metrics. */
import type { EpochMetrics, RunSummary, RunView, StepLoss } from '../../src/protocol';
import { t } from '../l10n';
import { adjustmentText } from '../runText';
import { type Curve, curveOf, type Extent, emptyCurve, noExtent, union } from './curve';
import type { Quantity } from './quantity';
import { type Reference, referencesOf } from './references';
import { smoother } from './smoothing';

export interface CurveSet {
  readonly train: Curve;
  /** null when the run has no validation part. */
  readonly validation: Curve | null;
  /** Loss of single batches, between the epochs. */
  readonly steps: Curve;
  /** The same, smoothed; null where nothing is. */
  readonly smoothTrain: Curve | null;
  readonly smoothValidation: Curve | null;
  readonly best: { readonly epoch: number; readonly value: number } | null;
  /** What was changed while the run trained, and where, in epochs. */
  readonly changes: readonly { readonly epoch: number; readonly text: string }[];
  readonly references: readonly Reference[];
  /** Where the run stopped having finite values, or diverged, in epochs; null where it did not. */
  readonly broken: { readonly epoch: number; readonly text: string } | null;
}

type Read = (metrics: EpochMetrics) => number | null;
const x = ({ epoch }: EpochMetrics) => epoch;

/** @param weight of the smoothing, 0 for none */
export function curveSet({ run, epochs, steps }: RunView, quantity: Quantity, weight = 0): CurveSet {
  const { train, validation } = quantity;
  const validated = run.nValidation > 0 ? validation : null;
  const stepCurve = quantity.name === 'loss' ? curveOfSteps(steps, run.stepsPerEpoch) : emptyCurve;
  const trainCurve = epochCurve(epochs, `${quantity.name} train`, train);
  const best = run.best && quantity.validation && (validated ?? train)(run.best);
  return {
    train: trainCurve,
    validation: validated && epochCurve(epochs, `${quantity.name} validation`, validated),
    steps: stepCurve,
    smoothTrain: weight > 0 ? epochCurve(epochs, `${quantity.name} train smooth`, train, weight) : null,
    smoothValidation:
      weight > 0 && validated
        ? epochCurve(epochs, `${quantity.name} validation smooth`, validated, weight)
        : null,
    best: run.best && best !== null ? { epoch: run.best.epoch, value: best } : null,
    changes: run.adjustments.map(change => ({
      epoch: change.step / run.stepsPerEpoch,
      text: adjustmentText(change),
    })),
    references: quantity.name === 'loss' ? referencesOf(run) : [],
    broken: quantity.validation && brokenOf(run, stepCurve, trainCurve),
  };
}

/** Single steps know the place better than epochs. A run may also diverge before its numbers end. */
function brokenOf({ status }: RunSummary, steps: Curve, train: Curve): CurveSet['broken'] {
  const notFinite = steps.brokenAt ?? train.brokenAt;
  if (notFinite !== null) return { epoch: notFinite, text: t('not finite') };
  const { x, length } = steps.length > 0 ? steps : train;
  return status === 'diverged' && length > 0 ? { epoch: x[length - 1]!, text: t('diverged') } : null;
}

/** The one curve of a run that is compared with others: what counts is the validation part, where there is one. */
export function comparedCurve(run: RunSummary, epochs: readonly EpochMetrics[], quantity: Quantity): Curve {
  return epochCurve(epochs, `${quantity.name} compared`, comparedValue(run, quantity));
}

export const comparedValue = (run: RunSummary, { train, validation }: Quantity): Read =>
  run.nValidation > 0 && validation ? validation : train;

function epochCurve(epochs: readonly EpochMetrics[], name: string, read: Read, weight = 0): Curve {
  const value = (metrics: EpochMetrics) => read(metrics) ?? Number.NaN;
  if (weight === 0) return curveOf(epochs, { name, x, begin: () => value });
  const begin = () => {
    const smooth = smoother(weight);
    return (metrics: EpochMetrics) => smooth(value(metrics));
  };
  return curveOf(epochs, { name, x, weight, begin });
}

const curveOfSteps = (steps: readonly StepLoss[], stepsPerEpoch: number) =>
  curveOf(steps, {
    name: 'step loss',
    x: ({ step }) => step / stepsPerEpoch,
    begin:
      () =>
      ({ loss }) =>
        loss ?? Number.NaN,
  });

/** Of all that counts for the ends of the axis. */
export function extentOfSet({ train, validation, steps }: CurveSet): Extent {
  // Single batches only count where there is nothing else: they are the noise.
  return train.length > 0 ? union(train.extent, validation?.extent ?? noExtent) : steps.extent;
}

/** The metrics of the epoch nearest to a place on the axis; epochs ascend. */
export function nearestEpoch(epochs: readonly EpochMetrics[], x: number): EpochMetrics | null {
  let low = 0;
  let high = epochs.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((epochs[middle]!.epoch + epochs[middle + 1]!.epoch) / 2 < x) low = middle + 1;
    else high = middle;
  }
  return epochs[low] ?? null;
}
