import type { EpochMetrics, LayerStatistics, LayerSummary } from '../../../src/protocol';
import { nearestEpoch } from '../../charts/curves';
import { formatCount, formatLoss, formatPercent, formatSigned, missing } from '../../format';
import { t } from '../../l10n';

/** The epoch nearest to `epoch` in which the layers were looked at, the earlier of two; old runs have none. */
export function lookedAt(epochs: readonly EpochMetrics[], epoch: number): EpochMetrics | null {
  return nearestEpoch(
    epochs.filter(({ layers }) => layers !== undefined),
    epoch,
  );
}

/** Of a layer; tables of embeddings come before the layers and have none. */
export function statisticsOf(
  layers: readonly LayerSummary[],
  layer: LayerSummary,
  metrics: EpochMetrics | null,
): LayerStatistics | null {
  const looked = metrics?.layers ?? [];
  const index = layers.indexOf(layer) - (layers.length - looked.length);
  return layer.kind === 'table' ? null : (looked[index] ?? null);
}

export interface HealthColumn {
  readonly name: string;
  /** What the figure says, in plain words. */
  readonly meaning: string;
  readonly text: (layer: LayerStatistics) => string;
  /** It stands on a bar. */
  readonly isUpdate?: boolean;
}

/** Of the histograms. */
export const weightsMeaning = () =>
  t(
    'How the weights are spread from the smallest to the largest; the line marks 0. Usual is a hill around 0.',
  );

export const healthColumns = (): readonly HealthColumn[] => [
  {
    name: t('gradient norm'),
    meaning: t(
      'Length of the gradient of the loss at the last step. It should be of like size in all layers.',
    ),
    text: ({ gradientNorm }) => formatLoss(gradientNorm),
  },
  {
    name: t('update (log10)'),
    meaning: t(
      'Mean change of a weight in the last step, relative to the mean size of the weights, as a power of ten. Usual is −4 to −2, the shaded part: below, the layer hardly learns; above, the learning rate may be too high.',
    ),
    text: ({ updateRatio }) => updateOf(updateRatio)?.text ?? missing,
    isUpdate: true,
  },
  {
    name: t('dead'),
    meaning: t(
      'Units that are 0 for every validation sample looked at: they have stopped learning. Only relu units can die.',
    ),
    text: ({ deadFraction }) => formatPercent(deadFraction),
  },
  {
    name: t('saturated'),
    meaning: t('Activations at the flat ends of tanh or sigmoid, where hardly any gradient passes.'),
    text: ({ saturatedFraction }) => formatPercent(saturatedFraction),
  },
  {
    name: t('activations'),
    meaning: t(
      'What the layer gives for the validation samples: mean ± standard deviation. A deviation near 0 says the same of every sample.',
    ),
    text: ({ activationMean: mean, activationDeviation: deviation }) =>
      mean == null ? missing : `${formatSigned(mean)} ± ${formatLoss(deviation)}`,
  },
];

/** An update ratio as a power of ten and what to think of it; null where nothing moved. */
export function updateOf(ratio: number | null) {
  if (ratio === null || !(ratio > 0)) return null;
  const power = Math.log10(ratio);
  const verdict = power < -4 ? t('low') : power > -2 ? t('high') : t('usual');
  return { power, text: power.toFixed(1).replace('-', '−'), verdict };
}

export type WeightHistogram = NonNullable<LayerStatistics['weightHistogram']>;

/** '4 096 values from −0.412 to 0.520, the middle half between −0.0510 and 0.0482' */
export function histogramText(histogram: WeightHistogram): string {
  const { min, max, counts } = histogram;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const { lower, upper } = middleHalf(histogram);
  return t(
    '{0} values from {1} to {2}, the middle half between {3} and {4}',
    ...[formatCount(total), formatSigned(min), formatSigned(max), formatSigned(lower), formatSigned(upper)],
  );
}

/** Where the middle half of the values lies, as closely as the bins tell. */
export function middleHalf({ min, max, counts }: WeightHistogram) {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const edge = (bin: number) => min + ((max - min) * bin) / counts.length;
  return { lower: edge(binOf(counts, total / 4)), upper: edge(binOf(counts, (3 * total) / 4) + 1) };
}

/** The bin in which the value stands that has `rank` values before it. */
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
