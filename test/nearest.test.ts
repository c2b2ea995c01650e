import { expect, it } from 'vitest';
import { nearestName } from '../src/nearest';

it.each([
  ['specis', 'species'],
  ['petalwidth', 'petal_width'],
  ['learning_rat', 'learning_rate'],
  ['Learning_Rate', 'learning_rate'],
  ['adma', 'adam'],
  ['momentun', 'momentum'],
  ['lr', undefined],
  ['zzzzzz', undefined],
  ['', undefined],
])('%s → %s', (name, nearest) => {
  expect(nearestName(name, ['learning_rate', 'momentum', 'adam', 'species', 'petal_width'])).toBe(nearest);
});

it('does not compare long names', () => {
  expect(nearestName('a'.repeat(100_000), ['adam'])).toBeUndefined();
});
