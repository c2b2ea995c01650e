import { expect, it } from 'vitest';
import { oneOfEach } from '../../src/worker/oneOfEach';

it('draws one of as many as follow one another, the last ones among fewer', () => {
  const drawn = [...oneOfEach(4, 30)];
  expect(drawn.map(i => Math.floor(i / 4))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(new Set(drawn.map(i => i % 4)).size).toBeGreaterThan(1);
  expect(Math.max(...drawn)).toBeLessThan(30);
  expect([...oneOfEach(4, 30)]).toEqual(drawn);
});

it('is all of them where nothing has to be left out', () => {
  expect([...oneOfEach(1, 3)]).toEqual([0, 1, 2]);
  expect(oneOfEach(2, 0)).toHaveLength(0);
});
