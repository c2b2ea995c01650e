import { expect, it } from 'vitest';
import { rangeOfKey } from '../../src/config/locate';
import { parseSyntax } from '../../src/config/syntax/syntax';

const text = 'data:\n  path: a.csv\n  target:\ntraining: {}\n';

it.each([
  ['data.path', 'a.csv'],
  ['data.target', 'target'],
  ['data.features', 'data'],
  ['training.batch_size', 'training'],
  ['data', 'data'],
  ['model.hidden_sizes', ''],
])('%s points at “%s”', (key, underlined) => {
  const { start, end } = rangeOfKey(parseSyntax(text, 'a.yaml').root, key);
  expect(text.slice(start, end)).toBe(underlined);
});

it('points at the start of what could not be read', () => {
  expect(rangeOfKey(null, 'data.path')).toEqual({ start: 0, end: 0 });
});
