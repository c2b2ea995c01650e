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

it.each([
  ['embed', 'embedding'],
  ['batch', 'batch_norm'],
  ['BCE', 'binary_cross_entropy'],
  ['be', undefined],
])('the abbreviation %s → %s', (name, nearest) => {
  expect(nearestName(name, ['one_hot', 'embedding', 'batch_norm', 'binary_cross_entropy'])).toBe(nearest);
});

it('does not compare long names', () => {
  expect(nearestName('a'.repeat(100_000), ['adam'])).toBeUndefined();
});
