/** Decimal numbers only: Number() would also take hexadecimal, Infinity and blanks. Linear in the length of the text. */
const numberPattern = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

const missingPattern = /^(?:|na|n\/a|#n\/a|nan|null|\?|-)$/i;

/** @returns NaN when the text is no finite decimal number */
export function parseNumber(text: string, decimalComma: boolean): number {
  const decimal = decimalComma ? text.replace(',', '.') : text;
  if (!numberPattern.test(decimal)) return Number.NaN;
  const value = Number(decimal);
  return Number.isFinite(value) ? value : Number.NaN;
}

/** An empty cell, or one of the usual ways to write that a value is not there. */
export function isMissingText(text: string): boolean {
  return missingPattern.test(text);
}
