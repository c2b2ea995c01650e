/** Parts of the map, and what lies in them. */
import type { DataMap } from '../../../src/protocol';
import { formatShort } from '../../format';
import { t } from '../../l10n';
import type { Rectangle } from '../brush';

/** A standard deviation of numbers between 0 and 1 is at most a half. */
export const maxVariability = 0.5;

/**
 * From here on the model has changed its mind, below it has not: then it has been right about the sample, or wrong. The
 * paper takes a third of the samples for each region; lines that stay where they are let runs be compared.
 */
export const ambiguousFrom = 0.2;
export const easyFrom = 0.5;

export const regions = ['easy', 'ambiguous', 'hard'] as const;
export type Region = (typeof regions)[number];

export const regionNames: Readonly<Record<Region, () => string>> = {
  easy: () => t('easy to learn'),
  ambiguous: () => t('ambiguous'),
  hard: () => t('hard to learn'),
};

export const regionMeanings: Readonly<Record<Region, () => string>> = {
  easy: () => t('variability below {0}, confidence from {1}', ambiguousFrom, easyFrom),
  ambiguous: () => t('variability from {0}: sometimes right, sometimes wrong', ambiguousFrom),
  hard: () =>
    t('variability below {0}, confidence below {1}: the label may be wrong', ambiguousFrom, easyFrom),
};

/** Null where nothing is known of the sample. */
export function regionOf(confidence: number, variability: number): Region | null {
  if (Number.isNaN(confidence)) return null;
  if (variability >= ambiguousFrom) return 'ambiguous';
  return confidence >= easyFrom ? 'easy' : 'hard';
}

/** Positions in the map. */
export const inRegion = ({ confidence, variability }: DataMap, region: Region): number[] =>
  positions(confidence, i => regionOf(confidence[i]!, variability[i]!) === region);

export const rectangleText = ({ x, y }: Rectangle): string =>
  t(
    'variability {0}–{1}, confidence {2}–{3}',
    ...[...x, ...y].map(end => formatShort(Math.round(1000 * end) / 1000)),
  );

function positions(values: ArrayLike<number>, belongs: (i: number) => boolean): number[] {
  const found: number[] = [];
  for (let i = 0; i < values.length; i++) if (belongs(i)) found.push(i);
  return found;
}
