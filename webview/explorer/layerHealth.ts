import type { EpochMetrics, LayerStatistics, LayerWeights } from '../../src/protocol';
import { nearestEpoch } from '../charts/curves';
import { formatCount, formatLoss, formatPercent, formatSigned, missing } from '../format';

/** The epoch nearest to `epoch` in which the layers were looked at, the earlier of two; old runs have none. */
export function lookedAt(epochs: readonly EpochMetrics[], epoch: number): EpochMetrics | null {
  return nearestEpoch(
    epochs.filter(({ layers }) => layers !== undefined),
    epoch,
  );
}

/** The layers that have a health: tables of embeddings come before them and have none. */
export function layersWithHealth(layers: readonly LayerWeights[], { layers: looked }: EpochMetrics) {
  return looked && looked.length <= layers.length ? layers.slice(layers.length - looked.length) : [];
}

export interface HealthColumn {
  readonly name: string;
  /** What the figure says, in plain words. */
  readonly meaning: string;
  readonly text: (layer: LayerStatistics) => string;
}

/** Of the histograms. */
export const weightsMeaning =
  'How the weights are spread from the smallest to the largest; the line marks 0. Usual is a hill around 0.';

export const healthColumns: readonly HealthColumn[] = [
  {
    name: 'activations',
    meaning:
      'What the layer gives for the validation samples: mean ± standard deviation. A deviation near 0 says the same ' +
      'of every sample.',
    text: ({ activationMean: mean, activationDeviation: deviation }) =>
      mean == null ? missing : `${formatSigned(mean)} ± ${formatLoss(deviation)}`,
  },
  {
    name: 'dead',
    meaning:
      'Units that are 0 for every validation sample looked at: they have stopped learning. Only relu units can die.',
    text: ({ deadFraction }) => formatPercent(deadFraction),
  },
  {
    name: 'saturated',
    meaning: 'Activations at the flat ends of tanh or sigmoid, where hardly any gradient passes.',
    text: ({ saturatedFraction }) => formatPercent(saturatedFraction),
  },
  {
    name: 'update',
    meaning:
      'Mean change of a weight in the last step, relative to the mean size of the weights. Usual: 0.0001 to 0.01.',
    text: ({ updateRatio }) => formatLoss(updateRatio),
  },
  {
    name: 'gradient',
    meaning: 'Length of the gradient of the loss at the last step. It should be of like size in all layers.',
    text: ({ gradientNorm }) => formatLoss(gradientNorm),
  },
  {
    name: 'norm',
    meaning: 'Length of all weights of the layer as one vector.',
    text: ({ weightNorm }) => formatLoss(weightNorm),
  },
];

export type WeightHistogram = NonNullable<LayerStatistics['weightHistogram']>;

/** '4 096 weights from −0.412 to 0.520, the middle half between −0.0510 and 0.0482' */
export function histogramText({ min, max, counts }: WeightHistogram): string {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const ends = `${formatCount(total)} weights from ${formatSigned(min)} to ${formatSigned(max)}`;
  const edge = (bin: number) => min + ((max - min) * bin) / counts.length;
  const lower = binOf(counts, total / 4);
  const upper = binOf(counts, (3 * total) / 4);
  return `${ends}, the middle half between ${formatSigned(edge(lower))} and ${formatSigned(edge(upper + 1))}`;
}

/** The bin in which the weight stands that has `rank` weights before it. */
function binOf(counts: readonly number[], rank: number): number {
  let nBefore = 0;
  return counts.findIndex(count => {
    nBefore += count;
    return nBefore > rank;
  });
}

/** Where 0 lies between the ends, from 0 to 1; null where it is outside. */
export function zeroPosition({ min, max }: WeightHistogram): number | null {
  return min < 0 && max > 0 ? -min / (max - min) : null;
}
