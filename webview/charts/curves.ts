/** The points of one chart, from a run's metrics. */
import type { EpochMetrics, RunView } from '../../src/protocol';
import { formatLoss } from '../format';
import type { Quantity } from './quantity';

/** x in epochs; y is NaN where the curve has a gap. */
export interface Point {
  x: number;
  y: number;
}

export interface CurveSet {
  readonly train: Point[];
  /** null when the run has no validation part. */
  readonly validation: Point[] | null;
  /** Loss of single batches, between the epochs. */
  readonly steps: Point[];
  readonly best: { readonly epoch: number; readonly value: number } | null;
  /** Where something was changed while the run trained, in epochs. */
  readonly changes: readonly number[];
  readonly reference: Reference | null;
}

/** The loss of a model that has learned nothing from its inputs. */
export interface Reference {
  readonly value: number;
  /** In the chart, where there is little room. */
  readonly label: string;
  readonly meaning: string;
}

export function curveSet({ run, epochs, steps }: RunView, quantity: Quantity): CurveSet {
  const isLoss = quantity.name === 'loss';
  const nClasses = run.classNames.length;
  const hasValidation = run.nValidation > 0;
  const best = run.best && (hasValidation ? quantity.validation(run.best) : quantity.train(run.best));
  return {
    train: points(epochs, quantity.train),
    validation: hasValidation ? points(epochs, quantity.validation) : null,
    steps: isLoss ? stepPoints(steps, run.stepsPerEpoch) : [],
    best: run.best && best !== null ? { epoch: run.best.epoch, value: best } : null,
    changes: run.adjustments.map(({ step }) => step / run.stepsPerEpoch),
    reference: isLoss && run.task === 'classification' && nClasses > 1 ? referenceOf(run) : null,
  };
}

/** Below this difference, relative to ln K, classes count as equally frequent. */
const alike = 0.02;

/** Guessing by the frequencies of the classes, or all alike where they are equally frequent or not known. */
function referenceOf({ classNames, baseline }: RunView['run']): Reference {
  const even = Math.log(classNames.length);
  if (baseline === null || Math.abs(baseline - even) <= alike * even) {
    const label = `ln ${classNames.length} = ${formatLoss(even)}`;
    return { value: even, label, meaning: `guessing evenly would give ${label}` };
  }
  const words = formatLoss(baseline);
  const meaning = `guessing by the frequencies of the classes would give ${words}`;
  return { value: baseline, label: `frequencies: ${words}`, meaning };
}

/** All values but the gaps, for the ends of the axis. */
export function finiteValues({ train, validation, steps }: CurveSet): number[] {
  const values: number[] = [];
  // Single batches only count where there is nothing else: they are the noise.
  for (const points of train.length > 0 ? [train, validation ?? []] : [steps]) {
    for (const { y } of points) if (Number.isFinite(y)) values.push(y);
  }
  return values;
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

function points(epochs: readonly EpochMetrics[], value: (metrics: EpochMetrics) => number | null): Point[] {
  return epochs.map(metrics => ({ x: metrics.epoch, y: value(metrics) ?? Number.NaN }));
}

function stepPoints(steps: RunView['steps'], stepsPerEpoch: number): Point[] {
  return steps.map(({ step, loss }) => ({ x: step / stepsPerEpoch, y: loss ?? Number.NaN }));
}
