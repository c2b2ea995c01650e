import { describe, expect, it } from 'vitest';
import { parsed } from './helpers';

const text = 'data: {builtin: iris}\ntraining: {learning_rate: 0.1}\n';
const overridden = (...assignments: string[]) => parsed(text, 'a.model.yaml', assignments);

describe('an assignment of the command line', () => {
  it('replaces a value, adds a key, adds a section', () => {
    const result = overridden(
      'training.learning_rate=1e-3',
      'training.epochs=3',
      'model.hidden_sizes=[8, 4]',
    );
    expect(result.configuration).toEqual({
      data: { builtin: 'iris' },
      model: { hidden_sizes: [8, 4] },
      training: { learning_rate: 0.001, epochs: 3 },
    });
  });

  it('keeps an equals sign in the value', () => {
    const result = parsed('data: {path: a.csv, target: y}', 'a.yaml', ['data.path=b=c.csv']);
    expect(result.configuration?.data.path).toBe('b=c.csv');
  });

  it.each([
    [
      'training.learning_rate=fast',
      'training.learning_rate',
      'learning_rate must be a number > 0; found “fast”.',
    ],
    [
      'training.learning_rate=',
      'training.learning_rate',
      'learning_rate must be a number > 0; found nothing.',
    ],
    ['training.learning_rat=1', 'training.learning_rat', 'Did you mean learning_rate?'],
    ['model.hidden_sizes=[1', 'model.hidden_sizes', ''],
    ['training.__proto__=1', 'training.__proto__', 'is not a known key'],
    ['learning_rate', '', 'is no assignment'],
    ['=1', '', 'is no assignment'],
  ])('%s is checked like the file', (assignment, key, message) => {
    const { configuration, problems } = overridden(assignment);
    expect(configuration).toBeNull();
    expect(problems[0]?.key).toBe(key);
    expect(problems[0]?.message).toContain(message);
  });
});
