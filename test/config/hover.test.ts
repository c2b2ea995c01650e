import { describe, expect, it } from 'vitest';
import { hoverAt } from '../../src/config/hover';

/** The hover at the caret “|”, with the words of the text that it belongs to. */
function hovered(marked: string, fileName = 'a.model.yaml') {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const hover = hoverAt(text, fileName, offset);
  return hover && { markdown: hover.markdown, over: text.slice(hover.range.start, hover.range.end) };
}

describe('hover', () => {
  it('tells all about a key', () => {
    const { over, markdown } = hovered('training:\n  learning_|rate: 0.1\n')!;
    expect(over).toBe('learning_rate');
    expect(markdown).toContain('**learning_rate** · a number > 0 · default by optimizer: sgd 0.1');
    for (const part of [
      'Step size',
      'Raised:',
      'Lowered:',
      'Usual:',
      'Try:',
      'Why this default:',
      'Related:',
      '](https://',
    ]) {
      expect(markdown).toContain(part);
    }
  });

  it.each([
    ['training:\n  learning_rate: 0|.1\n', '0.1', 'Step size'],
    ['training:\n  optimizer: ad|am\n', 'adam', 'a step of its own'],
    ['model: {activation: [relu, ta|nh]}', 'tanh', 'hyperbolic tangent'],
    ['data:\n  stratify: tru|e\n', 'true', 'Splits each class'],
    ['data:\n  image: { width: 2|8, height: 28 }\n', '28', 'pixels'],
  ])('on a value: %s', (marked, over, markdown) => {
    expect(hovered(marked)).toMatchObject({ over, markdown: expect.stringContaining(markdown) });
  });

  it('explains only the value that stands there, and all of them on the key', () => {
    expect(hovered('training: {optimizer: ad|am}')?.markdown).not.toContain('**momentum**:');
    expect(hovered('training: {optim|izer: adam}')?.markdown).toContain('**momentum**:');
  });

  it('works in JSON and while the text is being written', () => {
    expect(hovered('{ "training": { "epo|chs": 3 } }', 'a.model.json')?.over).toBe('"epochs"');
    expect(hovered('{ "training": { "epo|chs": ', 'a.model.json')?.over).toBe('"epochs"');
    expect(hovered('data:\n  path: "open\ntraining: [\n')).toBeNull();
    expect(hovered('model: [1, 2\ntraining:\n  epo|chs: 3\n')?.over).toBe('epochs');
  });

  it('is right after emoji and CRLF', () => {
    expect(hovered('# 🦄\r\ndata:\r\n  path: 🦄.csv\r\n  tar|get: y\r\n')?.over).toBe('target');
  });

  it.each([
    '|data:\n  path: a\n',
    'training:\n  unkno|wn: 1\n',
    'data:\n  path: a # com|ment\n',
    '|',
    'constructor:\n  na|me: 1\n',
  ])('is silent elsewhere: %s', marked => {
    expect(hovered(marked)).toBeNull();
  });

  it('repeats nothing of the file', () => {
    expect(hovered('data:\n  target: "[x](command:e|vil) <b>"\n')?.markdown).not.toContain('evil');
  });
});
