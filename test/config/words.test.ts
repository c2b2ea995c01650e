import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { foundWords, jsonTypeOf, quoted, typeWords } from '../../src/config/words';

describe('types in words', () => {
  it.each<[z.ZodType, string]>([
    [z.int().min(1), 'a whole number ≥ 1'],
    [z.int().min(0).max(64), 'a whole number from 0 to 64'],
    [z.number().positive(), 'a number > 0'],
    [z.number().min(0).lt(1), 'a number ≥ 0 and < 1'],
    [z.boolean(), 'true or false'],
    [z.string(), 'a text'],
    [z.enum(['a', 'b', 'c']), 'a, b or c'],
    [z.array(z.int().min(1)), 'a list of whole numbers ≥ 1'],
    [z.union([z.enum(['a', 'b']), z.array(z.enum(['a', 'b']))]), 'a or b, or a list of them'],
    [z.strictObject({ width: z.int(), height: z.int() }), 'a map with width and height'],
  ])('%#: %s', (type, words) => {
    expect(typeWords(jsonTypeOf(type))).toBe(words);
  });
});

it('shortens what it quotes from the file', () => {
  expect(quoted('x'.repeat(1000))).toHaveLength(42);
  expect(foundWords({ kind: 'list', range: { start: 0, end: 2 }, items: [] })).toBe('an empty list');
});
