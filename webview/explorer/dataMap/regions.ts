/** Parts of the map, and what lies in them. */
import type { DataMap } from '../../../src/protocol';
import { formatShort } from '../../format';
import { t } from '../../l10n';

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

/** A rectangle of the map, edges included. */
export interface Rectangle {
  /** Variability and confidence, the lower end first. */
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

export const inRectangle = ({ confidence, variability }: DataMap, { x, y }: Rectangle): number[] =>
  positions(confidence, i => isBetween(variability[i]!, x) && isBetween(confidence[i]!, y));

export const rectangleText = ({ x, y }: Rectangle): string =>
  t('variability {0}–{1}, confidence {2}–{3}', ...[...x, ...y].map(end => formatShort(round(end))));

/** Where the arrows begin: the samples that were never learned. */
const firstRectangle: Rectangle = { x: [0, 0.1], y: [0, 0.2] };
const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-0.025, 0],
  ArrowRight: [0.025, 0],
  ArrowDown: [0, -0.05],
  ArrowUp: [0, 0.05],
};

/** What an arrow key makes of the rectangle: moved, or with another size; null for other keys. */
export function rectangleForKey(key: string, isResizing: boolean, from: Rectangle | null): Rectangle | null {
  const step = steps[key];
  if (!step) return null;
  if (!from) return firstRectangle;
  const change = isResizing ? resized : moved;
  return { x: change(from.x, step[0], maxVariability), y: change(from.y, step[1], 1) };
}

type Range = readonly [number, number];

function moved([low, high]: Range, step: number, max: number): Range {
  const possible = Math.min(max - high, Math.max(-low, step));
  return [round(low + possible), round(high + possible)];
}

const resized = ([low, high]: Range, step: number, max: number): Range => [
  low,
  round(Math.min(max, Math.max(low + Math.abs(step), high + step))),
];

/** Thousandths, so that many steps end on round numbers. */
const round = (value: number) => Math.round(value * 1000) / 1000;
const isBetween = (value: number, [low, high]: Range) => value >= low && value <= high;

function positions(values: ArrayLike<number>, belongs: (i: number) => boolean): number[] {
  const found: number[] = [];
  for (let i = 0; i < values.length; i++) if (belongs(i)) found.push(i);
  return found;
}
