import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseConfiguration } from '../../src/config/parse';
import { alternatives } from '../../src/config/words';
import { optimizers } from '../../src/engine/optimizers';
import { parsed } from './helpers';

describe('a configuration', () => {
  it('holds what the file says and nothing else', () => {
    const text = 'data:\n  builtin: iris\ntraining:\n  learning_rate: 1e-3 # a comment\n  epochs: 5\n';
    const { configuration, problems } = parsed(text);
    expect(problems).toEqual([]);
    expect(configuration).toEqual({
      data: { builtin: 'iris' },
      model: {},
      training: { learning_rate: 0.001, epochs: 5 },
    });
  });

  it('reads JSON with comments and trailing commas', () => {
    const text = '// first\n{ "$schema": "x", "data": { "builtin": "iris", }, /* last */ }';
    expect(parsed(text, 'a.model.json').configuration?.data).toEqual({ builtin: 'iris' });
  });

  it('may have a section with nothing but a comment', () => {
    expect(parsed('data:\n  builtin: iris\ntraining:\n  # epochs: 3\n').configuration?.training).toEqual({});
  });
});

describe('a wrong value', () => {
  it.each([
    ['learning_rate: -1', '-1', 'learning_rate must be a number > 0; found -1.'],
    ['learning_rate: fast', 'fast', 'learning_rate must be a number > 0; found “fast”.'],
    ['epochs: 2.5', '2.5', 'epochs must be a whole number ≥ 1; found 2.5.'],
    ['momentum: .nan', '.nan', 'momentum must be a number ≥ 0 and < 1; found NaN.'],
    ['epochs:', 'epochs', 'epochs must be a whole number ≥ 1; found nothing.'],
    [
      'optimizer: adma',
      'adma',
      `optimizer must be ${alternatives(Object.keys(optimizers))}; found “adma”. Did you mean adam?`,
    ],
    ['shuffle: yes', 'yes', 'shuffle must be true or false; found “yes”.'],
  ])('%s', (line, underlined, message) => {
    const result = parsed(`data: {builtin: iris}\ntraining:\n  ${line}\n`);
    expect(result.configuration).toBeNull();
    expect(result.problems[0]?.message).toBe(message);
    expect(result.problems[0]?.key).toBe(`training.${line.split(':')[0]}`);
    expect(result.underlined).toEqual([underlined]);
  });

  it('is shown inside a list or a map', () => {
    const { underlined, problems } = parsed(
      'data: {builtin: iris, image: {width: 8}}\nmodel: {hidden_sizes: [8, 0], activation: [relu, sine]}\n',
    );
    expect(underlined).toEqual(['image', '0', 'sine']);
    expect(problems[0]?.message).toBe('image must be a map with width and height; height is missing.');
  });

  it.each([
    ['0', 'context must be a whole number from 1 to 256; found 0.'],
    ['many', 'context must be a whole number from 1 to 256; found “many”.'],
  ])('of a part of a map is told with its range: %s', (value, message) => {
    const { underlined, problems } = parsed(`data: {path: a.txt, text: {context: ${value}}}\n`);
    expect(underlined).toEqual([value]);
    expect(problems[0]).toMatchObject({ message, key: 'data.text' });
  });

  it('may be a whole section', () => {
    expect(parsed('data:\n  builtin:iris\n').problems[0]?.message).toBe(
      'data must be a map with keys such as path, builtin or generator; found “builtin:iris”. Put a space after the colon.',
    );
    expect(parsed('- data\n').codes).toEqual(['wrong-value']);
  });
});

describe('an unknown key', () => {
  it.each([
    ['training: {learning_rat: 1}', 'learning_rat', 'Did you mean learning_rate?'],
    ['learning_rate: 1', 'learning_rate', 'learning_rate belongs under training. Move it there.'],
    ['model: {optimiser: adam}', 'optimiser', 'Did you mean training.optimizer?'],
    ['model: {training: {epochs: 3}}', 'training', 'training is a section of its own. Move it out of model.'],
    ['xyzzy: 1', 'xyzzy', 'choose one of data, model or training.'],
  ])('%s', (line, underlined, message) => {
    const result = parsed(`data: {builtin: iris}\n${line}\n`);
    expect(result.underlined).toEqual([underlined]);
    expect(result.problems[0]).toMatchObject({
      code: 'unknown-key',
      message: expect.stringContaining(message),
    });
  });

  it.each(['a.model.yaml', 'a.model.json'])('never reaches a prototype (%s)', fileName => {
    const text =
      '{"__proto__": {"polluted": 1}, "constructor": {}, "data": {"builtin": "iris", "prototype": 1}}';
    const { codes, configuration } = parsed(text, fileName);
    expect(codes).toEqual(['unknown-key', 'unknown-key', 'unknown-key']);
    expect(configuration).toBeNull();
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe('ranges', () => {
  it.each([
    [
      'emoji and right-to-left text',
      '# 🦄🦄 שלום\ndata: {path: "🦄.csv", target: שלום}\ntraining: {epochs: 0}\n',
    ],
    ['CRLF', 'data:\r\n  builtin: iris\r\ntraining:\r\n  epochs: 0\r\n'],
    ['byte order mark', '\uFEFFdata: {builtin: iris}\ntraining: {epochs: 0}\n'],
  ])('count UTF-16 units: %s', (_, text) => {
    expect(parsed(text).underlined).toEqual(['0']);
  });

  it('count UTF-16 units in JSON', () => {
    const text = '\uFEFF{"data": {"path": "🦄.csv", "target": "שלום"},\r\n"training": {"epochs": 0}}';
    expect(parsed(text, 'a.model.json').underlined).toEqual(['0']);
  });

  it('come in the order of the file', () => {
    expect(parsed('training: {epochs: 0, seed: -1}\ndata: {stratify: 3}\n').underlined).toEqual([
      '0',
      '-1',
      '3',
    ]);
  });
});

it.each(['a.model.yaml', 'a.model.json'])('an empty file says how to begin (%s)', fileName => {
  expect(parsed('', fileName).codes).toEqual(['empty-file']);
});

it('never throws, whatever the text', () => {
  const pieces = fc.constantFrom(
    ...[
      'data',
      'a',
      ': ',
      ':',
      '\n',
      '  ',
      '- ',
      '? ',
      '[',
      ']',
      '{',
      '}',
      ',',
      '"',
      "'",
      '#',
      '|',
      '&a ',
      '*a',
      '!t ',
      '---',
      '\t',
    ],
  );
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 60 }),
      fc.constantFrom('a.yaml', 'a.json'),
      (parts, fileName) => {
        parseConfiguration(parts.join(''), fileName);
      },
    ),
    { numRuns: 500 },
  );
});
