import { formatTerm } from '../../format';

/** In a formula: with parentheses where it is negative. */
export function factor(value: number | null): string {
  const text = formatTerm(value);
  return text.startsWith('−') ? `(${text})` : text;
}

export interface AlignedCell {
  readonly text: string;
  /** As wide as the decimals that it lacks. */
  readonly pad: string;
}

/** Numbers under one another: the decimal points of a column stand in line. Text stays as it is. */
export function aligned(cells: readonly (number | string | null)[]): AlignedCell[] {
  const texts = cells.map(cell => (typeof cell === 'string' ? cell : formatTerm(cell)));
  const isNumber = (i: number) => typeof cells[i] === 'number' && !texts[i]!.includes('·');
  const lengths = texts.map((text, i) =>
    isNumber(i) && text.includes('.') ? text.length - text.indexOf('.') : 0,
  );
  const longest = Math.max(0, ...lengths);
  return texts.map((text, i) => {
    if (!isNumber(i) || longest === 0) return { text, pad: '' };
    return {
      text,
      pad: lengths[i] === 0 ? `.${'0'.repeat(longest - 1)}` : '0'.repeat(longest - lengths[i]!),
    };
  });
}
