import { expect, it } from 'vitest';
import { nearestName } from '../../src/config/nearest';

it.each([
  ['learning_rat', 'learning_rate'],
  ['Learning_Rate', 'learning_rate'],
  ['adma', 'adam'],
  ['momentun', 'momentum'],
  ['lr', undefined],
  ['zzzzzz', undefined],
  ['', undefined],
])('%s → %s', (name, nearest) => {
  expect(nearestName(name, ['learning_rate', 'momentum', 'adam'])).toBe(nearest);
});

it('does not compare long names', () => {
  expect(nearestName('a'.repeat(100_000), ['adam'])).toBeUndefined();
});
