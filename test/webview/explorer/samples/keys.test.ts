import { expect, test } from 'vitest';
import { nextItem } from '../../../../webview/explorer/samples/keys';

/** Three columns and two of the next line. */
const places = [
  ...[
    { left: 0, top: 0 },
    { left: 100, top: 0 },
    { left: 200, top: 0 },
  ],
  ...[
    { left: 0, top: 80 },
    { left: 100, top: 80 },
  ],
];

test.each([
  ['ArrowRight', 0, 1],
  ['ArrowRight', 2, 3],
  ['ArrowLeft', 3, 2],
  ['ArrowDown', 1, 4],
  ['ArrowDown', 2, 4],
  ['ArrowUp', 4, 1],
  ['Home', 3, 0],
  ['End', 0, 4],
])('%s leads from %i to %i', (key, from, to) => {
  expect(nextItem(places, from, key)).toBe(to);
});

test.each([
  ['ArrowLeft', 0],
  ['ArrowRight', 4],
  ['ArrowUp', 1],
  ['ArrowDown', 3],
  ['Tab', 1],
  ['ArrowRight', -1],
])('%s leads from %i nowhere', (key, from) => {
  expect(nextItem(places, from, key)).toBeUndefined();
});
