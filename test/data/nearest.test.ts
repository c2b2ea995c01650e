import { describe, expect, it } from 'vitest';
import { entryOf, listed, nearestName } from '../../src/data/nearest';
import { dataErrorOf } from './support';

describe('nearestName', () => {
  it.each([
    ['specis', 'species'],
    ['Species', 'species'],
    ['petalwidth', 'petal_width'],
    ['y', 'x'],
    ['colour', undefined],
  ])('takes %s for %s', (name, nearest) => {
    expect(nearestName(name, ['species', 'petal_width', 'x'])).toBe(nearest);
  });

  it('is quick on long names', () => {
    const start = performance.now();
    nearestName('a'.repeat(1e5), ['b'.repeat(1e5)]);
    expect(performance.now() - start).toBeLessThan(50);
  });
});

it('listed stops at twenty', () => {
  expect(listed(Array.from({ length: 30 }, (_, i) => `c${i}`))).toMatch(/c19, …$/);
});

describe('entryOf', () => {
  it('finds what is there and suggests what is near', () => {
    expect(entryOf({ iris: 1 }, 'iris', 'data.builtin')).toBe(1);
    expect(dataErrorOf(() => entryOf({ iris: 1 }, 'irys', 'data.builtin')).message).toContain('"iris"');
  });

  it('does not look into the prototype', () => {
    expect(dataErrorOf(() => entryOf({}, 'constructor', 'data.builtin')).code).toBe('unknown_name');
  });
});
