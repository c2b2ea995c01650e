import { describe, expect, it } from 'vitest';
import { aligned, factor } from '../../../../webview/explorer/backprop/numbers';

it('a negative factor stands in parentheses', () => {
  expect([0.5, -0.9007, 0, null].map(factor)).toEqual(['0.5000', '(−0.9007)', '0', '—']);
});

describe('a column', () => {
  const widths = (cells: (number | string | null)[]) =>
    aligned(cells).map(({ text, pad }) => {
      const whole = text + pad;
      return whole.includes('.') ? whole.length - whole.indexOf('.') : 0;
    });

  it('has its decimal points in line', () => {
    expect(widths([0.05012, -12.34, 1, 1234])).toEqual([6, 6, 6, 6]);
    expect(aligned([0.5, 1])).toEqual([
      { text: '0.5000', pad: '' },
      { text: '1', pad: '.0000' },
    ]);
  });

  it('of whole numbers needs none', () => {
    expect(aligned([16, 0])).toEqual([
      { text: '16', pad: '' },
      { text: '0', pad: '' },
    ]);
  });

  it('leaves text, what is missing and very small numbers as they are', () => {
    expect(aligned(['red', Number.NaN, null, 3.1234e-5, 0.25])).toEqual([
      { text: 'red', pad: '' },
      { text: '—', pad: expect.any(String) },
      { text: '—', pad: '' },
      { text: '3.123·10⁻⁵', pad: '' },
      { text: '0.2500', pad: '' },
    ]);
  });
});
