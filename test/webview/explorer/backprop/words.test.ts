import { expect, it } from 'vitest';
import { fill, say } from '../../../../webview/explorer/backprop/words';

it('negative numbers have parentheses in products and differences, and none at their beginning or end', () => {
  expect(fill('{0} · {1} + {2} = {3}', [-1.5, 2.25, -0.5, -3.875])).toBe(
    '−1.500 · 2.250 + (−0.5000) = −3.875',
  );
  expect(fill('max(0, {0}) = {1}', [-2, 0])).toBe('max(0, −2) = 0');
  expect(fill('e^{−{0}} / (e^{{0}} + e^{{1}})', [-2, 1])).toBe('e^{−(−2)} / (e^{−2} + e^{1})');
  expect(fill('L = −ln {0} = {1}', [0.5, Math.LN2])).toBe('L = −ln 0.5000 = 0.6931');
  expect(fill('n^2 = {0}', [Number.NaN])).toBe('n^2 = —');
});

it('words may have words in them, and numbers', () => {
  const layer = { message: 'Hidden layer {0}', args: ['2'] };
  expect(say({ message: '{0}: {1} of {2}', args: [layer, 0.25, 'red'] })).toBe(
    'Hidden layer 2: 0.2500 of red',
  );
});
