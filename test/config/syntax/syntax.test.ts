import { describe, expect, it } from 'vitest';
import { parseSyntax } from '../../../src/config/syntax/syntax';
import { plainValue } from '../../../src/config/syntax/tree';
import { parsed } from '../helpers';

const values = (text: string, fileName: string) => plainValue(parseSyntax(text, fileName).root!);

describe('syntax', () => {
  it('is one tree for both languages', () => {
    const expected = { a: [1, 'x', true, null], b: { c: 0.001 } };
    expect(values('a:\n  - 1\n  - x\n  - true\n  -\nb: {c: 1e-3}\n', 'a.yaml')).toEqual(expected);
    expect(values('{"a": [1, "x", true, null], "b": {"c": 1e-3}}', 'a.jsonc')).toEqual(expected);
  });

  it('is read once while the text stays the same', () => {
    const text = 'a: 1';
    expect(parseSyntax(text, 'a.yaml')).toBe(parseSyntax(text, 'a.yaml'));
    expect(values('a: 2', 'a.yaml')).toEqual({ a: 2 });
    expect(parseSyntax(text, 'a.json').problems).not.toEqual([]);
    expect(parseSyntax(text, 'a.yaml').problems).toEqual([]);
  });

  it('knows no other types than those of JSON', () => {
    expect(values('%YAML 1.1\n---\n2001-01-01: 2001-01-01\n1: yes\n', 'a.yaml')).toEqual({
      '2001-01-01': '2001-01-01',
      1: true,
    });
  });

  it.each([
    ['data:\n\tpath: a', 'Indent with spaces'],
    ['data:\n  path a\n  target: b', 'with “: ” after it'],
    ['data:\n  path: a: b', 'A second “:” in one line'],
    ['data: "open', 'Something is missing'],
    ['a: 1\n---\nb: 2', 'A second document begins here'],
    ['a: &x 1\nb: *x', 'References'],
    ['[a]: 1', 'A key must be a plain name'],
    ['data: {path: a}\ndata: {path: b}', 'second time'],
  ])('YAML %j says what is wrong', (text, message) => {
    expect(parsed(text).problems[0]?.message).toContain(message);
    expect(parsed(text).configuration).toBeNull();
  });

  it.each([
    ['{"data" {}}', 'A colon is expected here'],
    ['{data: 1}', 'double quotes'],
    ['{"data": {}', 'A closing “}”'],
    ['{"a": 1 "b": 2}', 'A comma is expected here'],
    ['{"data": {}} 1', 'Remove what follows'],
    ['{"data": 1, "data": 2}', 'second time'],
  ])('JSON %j says what is wrong', (text, message) => {
    const messages = parsed(text, 'a.json').problems.map(problem => problem.message);
    expect(messages.join('\n')).toContain(message);
    expect(parsed(text, 'a.json').configuration).toBeNull();
  });
});
