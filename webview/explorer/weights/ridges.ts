/** Histograms of many epochs on one axis. */
import type { EpochMetrics } from '../../../src/protocol';
import type { WeightHistogram as Histogram } from './layerHealth';

export const ridgeKinds = ['weight', 'gradient', 'activation'] as const;
export type RidgeKind = (typeof ridgeKinds)[number];

/** What is recorded of a layer; runs of older versions have less. */
interface Histograms {
  readonly weightHistogram?: Histogram | null | undefined;
  readonly gradientHistogram?: Histogram | null | undefined;
  readonly activationHistogram?: Histogram | null | undefined;
}

export interface EpochHistogram {
  readonly epoch: number;
  readonly histogram: Histogram;
}

/** @param layerFromEnd 1 is the last layer: what comes before the layers, tables of embeddings, has no histograms */
export function histogramsOf(
  epochs: readonly EpochMetrics[],
  layerFromEnd: number,
  kind: RidgeKind,
): readonly EpochHistogram[] {
  return epochs.flatMap(({ epoch, layers }) => {
    const layer: Histograms | undefined = layers?.[layers.length - layerFromEnd];
    const histogram = layer?.[`${kind}Histogram`];
    return histogram ? [{ epoch, histogram }] : [];
  });
}

/** At most `n`, evenly, with the first and the last. */
export function spread<T>(values: readonly T[], n: number): readonly T[] {
  if (values.length <= n) return values;
  return Array.from({ length: n }, (_, i) => values[Math.round((i * (values.length - 1)) / (n - 1))]!);
}

export interface Ridge extends EpochHistogram {
  /** Of the bins of the common axis. */
  readonly counts: readonly number[];
}

export interface RidgeSet {
  readonly min: number;
  readonly max: number;
  readonly ridges: readonly Ridge[];
}

export const nBins = 64;

/** On an axis from the smallest value of all to the largest. */
export function ridgesOf(histograms: readonly EpochHistogram[]): RidgeSet | null {
  if (histograms.length === 0) return null;
  let min = Math.min(...histograms.map(({ histogram }) => histogram.min));
  let max = Math.max(...histograms.map(({ histogram }) => histogram.max));
  // All alike: they stand in the middle.
  if (min === max) [min, max] = [min - 1, max + 1];
  return {
    ...{ min, max },
    ridges: histograms.map(each => ({ ...each, counts: resampled(each.histogram, min, max) })),
  };
}

/** Counts in the bins of another axis, which holds all of them; within a bin, values are spread evenly. */
export function resampled(histogram: Histogram, min: number, max: number): readonly number[] {
  const counts = new Array<number>(nBins).fill(0);
  const toBins = nBins / (max - min);
  const width = ((histogram.max - histogram.min) / histogram.counts.length) * toBins;
  const start = (histogram.min - min) * toBins;
  for (const [i, count] of histogram.counts.entries()) {
    const from = start + i * width;
    const first = Math.min(nBins - 1, Math.max(0, Math.floor(from)));
    if (width === 0) counts[first]! += count;
    else {
      const end = Math.min(nBins, from + width);
      for (let bin = first; bin < end; bin++)
        counts[bin]! += (count * Math.max(0, Math.min(end, bin + 1) - Math.max(from, bin))) / width;
    }
  }
  return counts;
}

export const peak = 56;

/** Distance of the baselines: closer together the more there are. */
export const spacingOf = (nRidges: number): number => Math.min(20, Math.max(5, Math.floor(240 / nRidges)));

/** Outline of a ridge over its baseline at 0, as high as `peak` where it is highest, as a path of SVG. */
export function outline(counts: readonly number[], width: number): string {
  const largest = Math.max(...counts) || 1;
  const step = width / nBins;
  const points = counts.map(
    (count, bin) => `${((bin + 0.5) * step).toFixed(1)} ${((-count / largest) * peak).toFixed(1)}`,
  );
  return `M0 0L${points.join('L')}L${width} 0`;
}

/** The ridge whose hill is pointed at: the one on the next baseline below. */
export function ridgeAt(y: number, nRidges: number): number {
  return Math.min(nRidges - 1, Math.max(0, Math.ceil((y - peak) / spacingOf(nRidges))));
}
