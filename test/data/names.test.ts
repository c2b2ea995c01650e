import { describe, expect, it } from 'vitest';
import { entryOf, listed } from '../../src/data/names';
import { dataErrorOf } from './support';

it('listed stops at twenty', () => {
  expect(listed(Array.from({ length: 30 }, (_, i) => `c${i}`))).toMatch(/c19, …$/);
});

describe('entryOf', () => {
  it('finds what is there and suggests what is near', () => {
    expect(entryOf({ iris: 1 }, 'iris', 'data.builtin')).toBe(1);
    expect(dataErrorOf(() => entryOf({ iris: 1 }, 'irys', 'data.builtin')).message).toContain('"iris"');
  });

  it('does not look into the prototype', () => {
    expect(dataErrorOf(() => entryOf({}, 'constructor', 'data.builtin')).code).toBe('unknown-name');
  });
});
