import type { RunSummary } from '../../src/protocol';
import { formatLoss } from '../format';
import { t } from '../l10n';

/** A loss that says something by itself. */
export interface Reference {
  readonly value: number;
  /** In the chart, where there is little room. */
  readonly label: string;
  readonly meaning: string;
}

/** Below this difference, relative to ln K, classes count as equally frequent. */
const alike = 0.02;

/** A mean negative log-likelihood below it is good: the true class has e^−½ = 61 % on average. */
const goodLoss = 0.5;

/** Classes are always learned by cross-entropy; the losses of numbers have no such marks. */
export function referencesOf(run: RunSummary): Reference[] {
  if (run.task !== 'classification' || run.classNames.length < 2) return [];
  const guessing = guessingOf(run);
  if (guessing.value <= goodLoss) return [guessing];
  const label = t('0.5 good');
  return [guessing, { value: goodLoss, label, meaning: t('below 0.5 is good') }];
}

/** Guessing by the frequencies of the classes, or all alike where they are equally frequent or not known. */
function guessingOf({ classNames, baseline }: RunSummary): Reference {
  const even = Math.log(classNames.length);
  if (baseline === null || Math.abs(baseline - even) <= alike * even) {
    const label = `ln ${classNames.length} = ${formatLoss(even)}`;
    return { value: even, label, meaning: t('guessing evenly would give {0}', label) };
  }
  const words = formatLoss(baseline);
  const meaning = t('guessing by the frequencies of the classes would give {0}', words);
  return { value: baseline, label: t('frequencies: {0}', words), meaning };
}
