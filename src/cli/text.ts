import type { Problem } from '../protocol';
import { reasonOf } from '../reason';
import { Rejection } from '../worker/rejection';
import { type Context, UsageError } from './context';

/** Loss with 4 significant digits, `—` where there is none. */
export const lossText = (value: number | null | undefined) => (value == null ? '—' : value.toPrecision(4));

/** Accuracy in percent with one decimal. */
export const percentText = (value: number | null | undefined) =>
  value == null ? '—' : `${(100 * value).toFixed(1)} %`;

/** `0:04` for what lasts, `2.1 s` for what is short, `41 ms` for what is over at once. */
export function durationText(ms: number): string {
  if (ms < 99.5) return `${Math.round(ms)} ms`;
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Columns aligned: the first to the left, numbers to the right. */
export function tableText(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows)
    for (const [c, cell] of row.entries()) widths[c] = Math.max(widths[c] ?? 0, cell.length);
  const line = (row: readonly string[]) =>
    row.map((cell, c) => (c === 0 ? cell.padEnd(widths[c]!) : cell.padStart(widths[c]!))).join('  ');
  return rows.map(row => line(row).trimEnd()).join('\n');
}

/** A curve of one line, its lowest value at the bottom and its highest at the top; gaps stay empty. */
export function sparkline(values: readonly (number | null)[], width: number): string {
  const blocks = '▁▂▃▄▅▆▇█';
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value === null) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const range = high - low || 1;
  const shown = Math.min(width, values.length);
  return Array.from({ length: shown }, (_, i) => {
    // The first and the last value are among those shown.
    const value = values[Math.round((i * (values.length - 1)) / Math.max(1, shown - 1))];
    return value == null ? ' ' : blocks[Math.round(((value - low) / range) * (blocks.length - 1))];
  }).join('');
}

/** `file:line:column: error: what is wrong`, with a second place where the fault lies elsewhere. */
export function problemText(
  { range, severity, message, related }: Problem,
  path: string,
  text: string,
): string {
  const before = text.slice(0, range.start).split(/\r\n|\r|\n/);
  const place = `${path}:${before.length}:${before.at(-1)!.length + 1}`;
  const other = related ? `\n  the data is at ${related.path}:${related.line}` : '';
  return `${place}: ${severity}: ${message}${other}`;
}

/** An error in words, or as JSON with its code. */
export function printFailure({ json, terminal }: Context, error: unknown) {
  const code = error instanceof Rejection ? error.code : error instanceof UsageError ? 'usage' : 'internal';
  const message = reasonOf(error);
  if (json) terminal.print(JSON.stringify({ type: 'error', code, message }));
  else terminal.complain(`error: ${message}`);
}

/** Every problem of a configuration, errors as `error` and the rest as `warning`. */
export function printProblems(
  { json, terminal }: Context,
  path: string,
  text: string,
  problems: readonly Problem[],
) {
  for (const problem of problems) {
    const words = problemText(problem, path, text);
    if (json) {
      const { code, key, message, severity } = problem;
      const type = severity === 'error' ? 'error' : 'warning';
      terminal.print(
        JSON.stringify({ type, code, key, message, place: words.slice(0, words.indexOf(': ')) }),
      );
    } else terminal.complain(words);
  }
}
