/** Decimal numbers only: Number() would also take hexadecimal, Infinity and blanks. Linear in the length of the text. */
const pointNumber = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/** With a decimal comma, and points between groups of thousands: `1.200,50`. */
const commaNumber = /^[+-]?(?:(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,\d*)?|,\d+)(?:e[+-]?\d+)?$/i;

const missingPattern = /^(?:|na|n\/a|#n\/a|nan|null|\?|-)$/i;

export type DecimalSign = '.' | ',';

/** @returns NaN when the text is no finite decimal number */
export function parseNumber(text: string, decimalSign: DecimalSign): number {
  if (!(decimalSign === ',' ? commaNumber : pointNumber).test(text)) return Number.NaN;
  const value = Number(decimalSign === ',' ? text.replaceAll('.', '').replace(',', '.') : text);
  return Number.isFinite(value) ? value : Number.NaN;
}

/** Without an exponent, and of so few digits that it is finite. */
const plainNumber = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;
const maxPlainLength = 300;

/** Whether `parseNumber` reads one; most need no conversion to tell, which takes three times as long. */
export const holdsNumber = (text: string, decimalSign: DecimalSign): boolean =>
  (decimalSign === '.' && text.length <= maxPlainLength && plainNumber.test(text)) ||
  !Number.isNaN(parseNumber(text, decimalSign));

/** `1,234`: a decimal comma, or a comma between groups of thousands. */
export const isAmbiguous = (text: string): boolean => /^[+-]?[1-9]\d{0,2},\d{3}$/.test(text);

/** An empty cell, or one of the usual ways to write that a value is not there. */
export function isMissingText(text: string): boolean {
  return missingPattern.test(text);
}
