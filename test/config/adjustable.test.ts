import { describe, expect, it } from 'vitest';
import { notAdjustable, readValue } from '../../src/config/adjustable';
import { parseConfiguration } from '../../src/config/parse';

describe('a value that is typed', () => {
  it.each([
    ['0.1', 0.1],
    [' 1e-3 ', 0.001],
    ['5', 5],
  ])('%s is a rate', (text, value) => expect(readValue('learning_rate', text)).toEqual({ value }));

  it.each([
    ['learning_rate', '', 'learning_rate must be a number > 0; found nothing.'],
    ['learning_rate', '0', 'learning_rate must be a number > 0; found 0.'],
    ['learning_rate', '0,1', 'learning_rate must be a number > 0; found “0,1”.'],
    ['learning_rate', '[', 'learning_rate must be a number > 0; found an empty list.'],
    ['learning_rate', 'a: 1', 'learning_rate must be a number > 0; found a map.'],
    ['momentum', '1', 'momentum must be a number ≥ 0 and < 1; found 1.'],
    ['weight_decay', '-1', 'weight_decay must be a number ≥ 0; found -1.'],
    ['gradient_clip_norm', 'off', 'gradient_clip_norm must be a number ≥ 0; found “off”.'],
  ] as const)('of %s: “%s” is refused', (key, text, problem) => {
    expect(readValue(key, text)).toEqual({ problem });
  });

  it('is refused in the words of the configuration', () => {
    const { problems } = parseConfiguration('training: { momentum: fast }', 'a.yaml');
    expect(readValue('momentum', 'fast')).toEqual({ problem: problems[0]!.message });
  });
});

it('names what can be changed instead', () => {
  expect(notAdjustable('epochs')).toBe(
    'epochs cannot be changed while a run trains, but learning_rate, momentum, weight_decay or gradient_clip_norm can.',
  );
});
