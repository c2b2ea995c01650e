import { describe, expect, it, test } from 'vitest';
import { durationText, lossText, percentText, problemText, sparkline, tableText } from '../../src/cli/text';
import type { Problem } from '../../src/protocol';

test('numbers have the digits that matter, and a dash where there is none', () => {
  expect([0.123456, 12345.6, null, undefined].map(lossText)).toEqual(['0.1235', '1.235e+4', '—', '—']);
  expect([0.9876, 1, null].map(percentText)).toEqual(['98.8 %', '100.0 %', '—']);
});

test.each([
  [0, '0 ms'],
  [41.2, '41 ms'],
  [2100, '2.1 s'],
  [9999, '10.0 s'],
  [10_000, '0:10'],
  [59_600, '1:00'],
  [3_723_000, '62:03'],
])('%i ms is %s', (ms, text) => {
  expect(durationText(ms)).toBe(text);
});

test('tables have their first column to the left and the others to the right', () => {
  expect(
    tableText([
      ['run', 'loss'],
      ['a', '1'],
    ]),
  ).toBe('run  loss\na       1');
});

describe('a sparkline', () => {
  it('goes from its lowest to its highest value, with a gap where there is none', () => {
    expect(sparkline([0, 7, null, 3.5], 60)).toBe('▁█ ▅');
  });

  it('is no wider than it may be', () => {
    expect(
      sparkline(
        Array.from({ length: 1000 }, (_, i) => i),
        8,
      ),
    ).toBe('▁▂▃▄▅▆▇█');
  });

  it('may be of a very long run', () => {
    expect(sparkline(new Array(300_000).fill(0).with(-1, 1), 3)).toBe('▁▁█');
  });

  it('of equal values is flat; of none, empty', () => {
    expect([sparkline([2, 2], 60), sparkline([null], 60), sparkline([], 60)]).toEqual(['▁▁', ' ', '']);
  });
});

test('a problem is at a line and a column, whatever ends the lines', () => {
  const problem: Problem = {
    ...{ code: 'a', key: 'b', message: 'Bad.', range: { start: 7, end: 8 } },
    severity: 'error',
    related: { path: '/data.csv', line: 3 },
  };
  for (const text of ['ab\r\n\r\nxy', 'abc\n\n\nxy', 'abc\r\r\rxy'])
    expect(problemText(problem, 'a.yaml', text)).toMatch(
      /^a\.yaml:[34]:2: error: Bad\.\n {2}the data is at \/data\.csv:3$/,
    );
});
