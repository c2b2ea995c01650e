import { expect, test } from 'vitest';
import {
  formatClock,
  formatCount,
  formatDeviation,
  formatDuration,
  formatExactLoss,
  formatLoss,
  formatPercent,
  formatProbability,
  formatRate,
  formatShort,
  formatSigned,
  formatTerm,
  formatValue,
} from '../../webview/format';

test.each([
  [0.27391, '0.274'],
  [Math.LN10, '2.303'],
  [12.3456, '12.35'],
  [0, '0.00'],
  [0.0000123, '1.23e-5'],
  [12345.6, '12\u202f346'],
  [3.4e12, '3.400e+12'],
])('loss %f is written %s', (value, text) => expect(formatLoss(value)).toBe(text));

test.each([
  [0, '< 0.1\u202f%'],
  [0.00049, '< 0.1\u202f%'],
  [0.0005, '0.1\u202f%'],
  [0.5, '50.0\u202f%'],
  [0.9994, '99.9\u202f%'],
  [0.9995, '> 99.9\u202f%'],
  [1, '> 99.9\u202f%'],
  [Number.NaN, '—'],
])('probability %f is written %s', (value, text) => expect(formatProbability(value)).toBe(text));

test('what is missing is a dash everywhere', () => {
  const formats = [
    formatLoss,
    formatExactLoss,
    formatPercent,
    formatCount,
    formatSigned,
    formatTerm,
    formatValue,
  ];
  for (const format of [...formats, formatRate, formatDuration, formatClock]) {
    for (const value of [null, undefined, Number.NaN, Number.POSITIVE_INFINITY])
      expect(format(value)).toBe('—');
  }
});

test('a percentage has one decimal and stays with its sign', () => {
  expect(formatPercent(0.9341)).toBe('93.4\u202f%');
});

test('thousands are parted by a narrow space', () => {
  expect([360, 2410, 1234567].map(formatCount)).toEqual(['360', '2\u202f410', '1\u202f234\u202f567']);
});

test('a rate is written as a person does', () => {
  expect([0.001, 0.1, 1e-7, 0.30000001192092896].map(formatRate)).toEqual([
    '0.001',
    '0.1',
    '0.0000001',
    '0.3',
  ]);
  expect([0, 1e-12, 2.5e30].map(formatRate)).toEqual(['0', '1e-12', '2.5e+30']);
});

test('durations: seconds with a decimal, then minutes', () => {
  expect([41, 2100, 59_949, 59_950, 64_000].map(formatDuration)).toEqual([
    '41\u202fms',
    '2.1\u202fs',
    '59.9\u202fs',
    '1:00',
    '1:04',
  ]);
});

test('a clock', () => {
  expect([0, 4000, 750_000, 3_723_000].map(formatClock)).toEqual(['0:00', '0:04', '12:30', '1:02:03']);
});

test('a negative number has a true minus sign', () => {
  expect(formatSigned(-0.4123)).toBe('−0.412');
  expect(formatValue(-12.5)).toBe('−12.5');
});

test('a deviation has a sign unless it is none', () => {
  expect([2.44, -0.61, 0, -0.01].map(formatDeviation)).toEqual(['+2.4', '−0.6', '0.0', '0.0']);
});

test('ticks are as short as they can be', () => {
  expect([0, 0.5, 2.5, 10, 1e-7, 1e6].map(formatShort)).toEqual(['0', '0.5', '2.5', '10', '1e-7', '1e+6']);
});

test('a number of a calculation has four digits, a whole one only its own', () => {
  expect([-0.90071, 12.345, 0.5, 0, -3, 3.1234e-5, -1.5e7 - 0.5].map(formatTerm)).toEqual([
    ...['−0.9007', '12.35', '0.5000', '0', '−3', '3.123·10⁻⁵', '−1.500·10⁷'],
  ]);
});
