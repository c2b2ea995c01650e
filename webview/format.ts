/** How numbers are written, in one place. What does not exist is '—', never NaN. */

export const missing = '—';

/** Narrow and unbreakable: a number never parts from its unit or from its own thousands. */
const thinSpace = '\u202f';

type MaybeNumber = number | null | undefined;

const isPresent = (value: MaybeNumber): value is number => value != null && Number.isFinite(value);

/** 3 significant digits below 1, 4 above: 0.274, 2.303, 12.34. */
export function formatLoss(value: MaybeNumber): string {
  return isPresent(value) ? significant(value, Math.abs(value) < 1 ? 3 : 4) : missing;
}

/** As many digits as two neighbouring epochs need to differ. */
export function formatExactLoss(value: MaybeNumber): string {
  return isPresent(value) ? significant(value, 6) : missing;
}

/** For the ticks of an axis: 0.5 and not 0.500, 1e-7 and not 1.00e-7. */
export function formatShort(value: number): string {
  const short = Number(value.toPrecision(3));
  return Math.abs(short) >= 1e5 ? short.toExponential() : String(short);
}

/** For the ticks of an axis that may be a very small part of the whole: neighbours differ in the last decimal. */
export function formatTick(value: number, decimals: number): string {
  const size = Math.abs(value);
  return size >= 1e5 || decimals > 7 || decimals === 0 ? formatShort(value) : value.toFixed(decimals);
}

export function formatPercent(fraction: MaybeNumber, digits = 1): string {
  return isPresent(fraction) ? `${(fraction * 100).toFixed(digits)}${thinSpace}%` : missing;
}

/** Of a model that is never quite sure: what would round to nothing, or to certainty, says so. */
export function formatProbability(p: MaybeNumber): string {
  if (!isPresent(p)) return missing;
  if (p < 0.0005) return `< 0.1${thinSpace}%`;
  return p >= 0.9995 ? `> 99.9${thinSpace}%` : formatPercent(p);
}

/** Between 0 and 1, and not a part of anything: 0.987. */
export function formatScore(value: MaybeNumber): string {
  return isPresent(value) ? value.toFixed(3) : missing;
}

export function formatCount(value: MaybeNumber): string {
  return isPresent(value) ? String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, thinSpace) : missing;
}

/** With a real minus sign, as wide as a plus, so that columns stay aligned. */
export function formatSigned(value: MaybeNumber): string {
  return isPresent(value) ? withMinus(significant(value, 3)) : missing;
}

/** In standard deviations: +2.4, 0.0, −0.6. */
export function formatDeviation(value: MaybeNumber): string {
  if (!isPresent(value)) return missing;
  const text = value.toFixed(1);
  return withMinus(Number(text) > 0 ? `+${text}` : text.replace('-0.0', '0.0'));
}

/** A value in the data's own units, as short as it can be told apart. */
export function formatValue(value: MaybeNumber): string {
  return isPresent(value) ? withMinus(String(Number(value.toPrecision(6)))) : missing;
}

/** 4 significant digits, as long numbers stand in a calculation: −0.9007, 12.34, 3.123·10⁻⁵; whole numbers as they are. */
export function formatTerm(value: MaybeNumber): string {
  if (!isPresent(value)) return missing;
  if (Number.isInteger(value) && Math.abs(value) < 1e6) return withMinus(String(value));
  const [digits, exponent] = significant(value, 4).split('e');
  return withMinus(digits!) + (exponent === undefined ? '' : `·10${superscript(exponent)}`);
}

const superscript = (exponent: string): string =>
  exponent.replace('+', '').replace(/[-\d]/g, each => (each === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(each)]!));

/** As a person writes a rate: 0.001, not 1e-3; but 1e-12, whose zeros nobody counts. */
export function formatRate(value: MaybeNumber): string {
  if (!isPresent(value)) return missing;
  const size = Math.abs(value);
  const isCounted = size !== 0 && (size < 1e-7 || size >= 1e7);
  return isCounted ? Number(value.toPrecision(4)).toExponential() : rateFormat.format(value);
}
const rateFormat = new Intl.NumberFormat('en', { maximumSignificantDigits: 4, useGrouping: false });

/** How long something took: 41 ms, 2.1 s, and from a minute on 1:04. */
export function formatDuration(ms: MaybeNumber): string {
  if (!isPresent(ms)) return missing;
  if (ms < 99.5) return `${Math.round(ms)}${thinSpace}ms`;
  return ms < 59_950 ? `${(ms / 1000).toFixed(1)}${thinSpace}s` : formatClock(ms);
}

/** A time that counts down: 0:04, 12:30, 1:02:03. */
export function formatClock(ms: MaybeNumber): string {
  if (!isPresent(ms)) return missing;
  const seconds = Math.round(ms / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, i) => (i === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

function significant(value: number, digits: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e6)) return value.toExponential(digits - 1);
  const text = value.toPrecision(digits);
  return text.includes('e') ? formatCount(value) : text;
}

const withMinus = (text: string): string => text.replace(/^-/, '−');
