import { describe, expect, it } from 'vitest';
import { parsed } from '../helpers';

const files = ['a.model.yaml', 'a.model.json'];

describe('a text that would keep a parser busy', () => {
  it.each(files)('is too large (%s)', fileName => {
    // CPU time, far from what parsing takes: the machine may be busy with other things.
    const began = process.cpuUsage();
    expect(parsed('x'.repeat(10_000_000), fileName).codes).toEqual(['too-large']);
    expect(parsed(Array.from({ length: 50_000 }, (_, i) => `key${i}: 1`).join('\n'), fileName).codes).toEqual(
      ['too-large'],
    );
    expect(process.cpuUsage(began).user).toBeLessThan(1_000_000);
  });

  it.each(files)('is nested too deep in brackets (%s)', fileName => {
    for (const text of ['['.repeat(1000), '{"a":'.repeat(1000), `# [\n${'['.repeat(65)}${']'.repeat(65)}`]) {
      expect(parsed(text, fileName).codes).toEqual(['too-deep']);
      expect(parsed(text, fileName).codes).toEqual(['too-deep']);
    }
  });

  it.each([
    ['maps', Array.from({ length: 100 }, (_, i) => `${' '.repeat(i)}a:\n`).join('')],
    ['lists', '- '.repeat(1000)],
    ['keys', '? '.repeat(1000)],
    ['values', 'a: '.repeat(1000)],
    ['a list in a list that is never closed', `${'[\n'.repeat(500)}a: ${'['.repeat(500)}`],
    ['brackets after an apostrophe', `a: it's\nb: ${'['.repeat(1000)}`],
    ['brackets after a block of text', `a: |\n  "\nb: ${'['.repeat(1000)}`],
  ])('is nested too deep in YAML blocks: %s', (_, text) => {
    expect(parsed(text).codes).toEqual(['too-deep']);
  });

  it('is not one with many brackets side by side, in texts or in comments', () => {
    const comments = '# in [0, 1)\n'.repeat(200);
    const texts = `data: {path: "${'['.repeat(200)}.csv", target: y}\n`;
    const siblings = `model: {hidden_sizes: [1]}\n${'# x\n'.repeat(100)}training:\n  epochs: 3\n`;
    expect(parsed(comments + texts + siblings).problems).toEqual([]);
    expect(parsed(`{"data": {"path": "${'['.repeat(200)}.csv", "target": "y"}}`, 'a.json').problems).toEqual(
      [],
    );
  });

  it('is no “billion laughs”', () => {
    const list = (name: string) => `[${Array(10).fill(name).join(', ')}]`;
    const lines = Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} ${list(`*a${i}`)}`);
    const began = performance.now();
    expect(new Set(parsed(['a0: &a0 laugh', ...lines].join('\n')).codes)).toEqual(new Set(['yaml-alias']));
    expect(performance.now() - began).toBeLessThan(2000);
  });

  it.each([
    ['unknown keys', Array.from({ length: 5000 }, (_, i) => `key${i}: 1`).join('\n')],
    ['wrong values', `data: {features: [${'1, '.repeat(20_000)}]}`],
    ['keys that stand twice', 'a: 1\n'.repeat(13_000)],
    ['keys without values', `{${'a,'.repeat(32_000)}}`],
  ])('has at most a hundred problems: %s', (_, text) => {
    const began = performance.now();
    expect(parsed(text).problems).toHaveLength(100);
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it('is not one with a thousand long names of columns', () => {
    const names = Array.from({ length: 1000 }, (_, i) => `    - mean_of_something_quite_long_${i}`).join(
      '\n',
    );
    const text = `data:\n  path: a.csv\n  target: y\n  features:\n${names}\n`;
    expect(parsed(text).configuration?.data.features).toHaveLength(1000);
  });
});
