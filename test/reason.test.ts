import { expect, it } from 'vitest';
import { reasonOf } from '../src/reason';

it.each([
  [new TypeError('too long'), 'too long'],
  ['a text', 'a text'],
  [undefined, 'undefined'],
])('of %s is %s', (error, reason) => {
  expect(reasonOf(error)).toBe(reason);
});
