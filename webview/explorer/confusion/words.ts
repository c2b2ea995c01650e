/** The matrix in words. */
import { formatCount, formatPercent } from '../../format';
import { t } from '../../l10n';
import type { ConfusedPair, Confusion } from './counts';

/** '8 is taken for 1 in 6 of 35 cases' */
export const pairText = (
  { trueClass, predictedClass, count }: ConfusedPair,
  { support }: Confusion,
  names: readonly string[],
): string =>
  t(
    '{0} is taken for {1} in {2} of {3} cases',
    names[trueClass]!,
    names[predictedClass]!,
    formatCount(count),
    formatCount(support[trueClass]),
  );

/** A cell, a row or a column; nothing stands for the corner. */
export function placeText(
  confusion: Confusion,
  names: readonly string[],
  trueClass: number | undefined,
  predictedClass: number | undefined,
): string {
  const { support, predicted, count } = confusion;
  if (trueClass === undefined) {
    return predictedClass === undefined
      ? ''
      : t('predicted {0}: {1}', names[predictedClass]!, formatCount(predicted[predictedClass]));
  }
  if (predictedClass === undefined)
    return t('true {0}: {1}', names[trueClass]!, formatCount(support[trueClass]));
  const found = count(trueClass, predictedClass);
  return t(
    'true {0}, predicted {1}: {2} of {3} ({4})',
    names[trueClass]!,
    names[predictedClass]!,
    formatCount(found),
    formatCount(support[trueClass]),
    formatPercent(found / support[trueClass]!),
  );
}

/** A share of the true class in whole per cent, short enough for a cell; empty where there is nothing. */
export function rateText(count: number, support: number): string {
  if (count === 0) return '';
  const percent = Math.round((100 * count) / support);
  return percent === 0 ? '<1' : String(percent);
}
