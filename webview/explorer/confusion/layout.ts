import type { Confusion } from './counts';

/** Pixels that a character takes, and what stands beside the cells: a frame between them, the name of the row, the sum. */
const characterWidth = 7;
const padding = 4;
const maxNameLength = 14;
const sumWidth = 44;

export interface MatrixLayout {
  /** Side of a cell. */
  readonly size: number;
  /** Whether a cell has room for its number. */
  readonly hasTexts: boolean;
  /** Whether a name above a column has to stand upright to fit. */
  readonly isRotated: boolean;
}

/** Cells as large as fits, from the height of a line of small text to that of a button; the rest scrolls. */
export function layoutOf(
  { support, predicted }: Pick<Confusion, 'support' | 'predicted'>,
  classes: readonly number[],
  names: readonly string[],
  width: number,
): MatrixLayout {
  const longestName = Math.max(...names.map(name => shortName(name).length)) * characterWidth;
  const room = width - longestName - sumWidth - 4 * padding;
  const size = Math.min(36, Math.max(14, Math.floor(room / classes.length) - 1));
  const mostDigits = String(Math.max(...classes.map(c => Math.max(support[c]!, predicted[c]!)))).length;
  return {
    size,
    hasTexts: Math.max(2, mostDigits) * characterWidth <= size,
    isRotated: longestName + padding > size,
  };
}

/** Names of classes often begin alike, or end alike: the middle says least. */
export function shortName(name: string): string {
  if (name.length <= maxNameLength) return name;
  const kept = (maxNameLength - 1) / 2;
  return `${name.slice(0, Math.ceil(kept))}…${name.slice(-Math.floor(kept))}`;
}
