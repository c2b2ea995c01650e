import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsNumber, isMissingText, parseNumber } from '../../../src/data/formats/cells';

describe('parseNumber', () => {
  it.each([
    ['1', 1],
    ['-2.5', -2.5],
    ['+.5', 0.5],
    ['3.', 3],
    ['1e3', 1000],
    ['2.5E-3', 0.0025],
    ['007', 7],
  ])('reads %s', (text, value) => expect(parseNumber(text, '.')).toBe(value));

  it.each(['', '0x10', 'Infinity', '-inf', '1e999', '1,5', '1 000', '1_000', '12a', '.', 'e5', '--1'])(
    'refuses %j',
    text => expect(parseNumber(text, '.')).toBeNaN(),
  );

  it('reads a decimal comma where one is used', () => {
    expect(parseNumber('-1,5', ',')).toBe(-1.5);
  });

  it.each([
    ['1.200,50', 1200.5],
    ['1.200', 1200],
    ['-12.345.678', -12345678],
    [',5', 0.5],
  ])('reads %s where points are between thousands', (text, value) => {
    expect(parseNumber(text, ',')).toBe(value);
  });

  it.each(['1.5', '1.20,5', '0.123', '1,2,3', '1.2000', ','])('refuses %j there', text => {
    expect(parseNumber(text, ',')).toBeNaN();
  });

  it('reads every finite number as JavaScript writes it', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), value => {
        expect(parseNumber(String(value), '.')).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  it.each([
    '1'.repeat(1e5),
    '1.234'.repeat(2e4),
    '.123'.repeat(2e4),
    '.'.repeat(1e5),
    `1e${'1'.repeat(1e5)}x`,
  ])('is quick on long texts', text => {
    const start = performance.now();
    parseNumber(`${text}x`, ',');
    isMissingText(text);
    // A millisecond; whoever tries every pair of places takes many seconds, on a machine that is busy even longer.
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('isMissingText', () => {
  it.each(['', 'NA', 'n/a', '#N/A', 'NaN', 'null', '?', '-'])('knows %j', text => {
    expect(isMissingText(text)).toBe(true);
  });

  it.each(['none', '0', 'nab', '--'])('leaves %j alone', text => expect(isMissingText(text)).toBe(false));
});

describe('holdsNumber', () => {
  const long = '9'.repeat(400);
  it.each([
    '1',
    '-2.5',
    '3.',
    '.5',
    '1e3',
    '1e999',
    long,
    `0.${long}`,
    '',
    '.',
    '0x10',
    '1,5',
    '1.200',
    'NaN',
    'e5',
  ])('is true where parseNumber reads one: %j', text => {
    for (const sign of ['.', ','] as const)
      expect(holdsNumber(text, sign)).toBe(!Number.isNaN(parseNumber(text, sign)));
  });
});
