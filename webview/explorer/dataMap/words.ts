import type { DataMap, Predictions } from '../../../src/protocol';
import { formatScore } from '../../format';
import { t } from '../../l10n';

/** Where the sample stands in the data. */
export function placeText(predictions: Predictions | null, index: number): string {
  const line = predictions?.lines?.[index];
  return line === undefined ? t('sample {0}', predictions?.rows[index] ?? index) : t('line {0}', line);
}

/** 'line 88 · true 3, predicted 9 · confidence 0.310, variability 0.251' */
export function pointText(
  { indices, confidence, variability }: DataMap,
  i: number,
  predictions: Predictions | null,
  names: readonly string[],
): string {
  const index = indices[i]!;
  const outcome = predictions?.outcome;
  const values = t(
    'confidence {0}, variability {1}',
    formatScore(confidence[i]!),
    formatScore(variability[i]!),
  );
  if (outcome?.kind !== 'class') return values;
  const [trueName, predictedName] = [outcome.trueClass, outcome.predictedClass].map(c => names[c[index]!]!);
  return `${placeText(predictions, index)} · ${t('true {0}, predicted {1}', trueName!, predictedName!)} · ${values}`;
}
