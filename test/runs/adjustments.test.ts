import { describe, expect, it } from 'vitest';
import { adjustableValues, carriedOn, withChange } from '../../src/runs/adjustments';

const configuration = (changed: object = {}) => ({
  training: {
    ...{ optimizer: 'sgd', learning_rate: 0.1, momentum: 0, weight_decay: 0, gradient_clip_norm: 0 },
    ...changed,
  },
});
const values = { learning_rate: 0.1, weight_decay: 0, gradient_clip_norm: 0 };
const rate = (step: number, from: number, to: number) => ({ step, key: 'learning_rate', from, to });

describe('the values that may be changed', () => {
  it('are those of the configuration, without what the optimizer does not read', () => {
    expect(adjustableValues({ configuration: configuration(), adjustments: [] })).toEqual(values);
    const momentum = configuration({ optimizer: 'nesterov', momentum: 0.9 });
    expect(adjustableValues({ configuration: momentum, adjustments: [] })).toEqual({
      ...values,
      momentum: 0.9,
    });
  });

  it('are the latest, where they were changed', () => {
    const adjustments = [rate(5, 0.1, 0.2), rate(9, 0.2, 0.05)];
    expect(adjustableValues({ configuration: configuration(), adjustments })).toEqual({
      ...values,
      learning_rate: 0.05,
    });
  });

  it('are none where another program wrote a configuration that is none', () => {
    for (const each of [{}, { training: 5 }, configuration({ optimizer: 'constructor' })])
      expect(adjustableValues({ configuration: each, adjustments: [] })).toEqual({});
  });
});

describe('one more change', () => {
  it('comes last', () => {
    const before = [rate(5, 0.1, 0.2)];
    expect(withChange(before, 9, 'learning_rate', { from: 0.2, to: 0.3 })).toEqual([
      ...before,
      rate(9, 0.2, 0.3),
    ]);
    expect(before).toHaveLength(1);
  });

  it('before the same step takes the place of the one before, of the same key only', () => {
    const before = withChange([rate(5, 0.1, 0.2)], 5, 'weight_decay', { from: 0, to: 1 });
    expect(withChange(before, 5, 'learning_rate', { from: 0.2, to: 0.3 })).toEqual([
      { step: 5, key: 'weight_decay', from: 0, to: 1 },
      rate(5, 0.1, 0.3),
    ]);
  });

  it('to the value that there was is none', () => {
    expect(withChange([], 5, 'learning_rate', { from: 0.1, to: 0.1 })).toEqual([]);
    expect(withChange([rate(5, 0.1, 0.2)], 5, 'learning_rate', { from: 0.2, to: 0.1 })).toEqual([]);
  });
});

describe('a run goes on', () => {
  const earlier = { configuration: configuration() };
  const adjustments = [rate(5, 0.1, 0.2)];

  it('with the changes that were made', () => {
    expect(carriedOn(adjustments, 9, earlier, earlier)).toEqual(adjustments);
  });

  it('with what is configured anew, which is one more change', () => {
    const fresh = { configuration: configuration({ learning_rate: 0.5, weight_decay: 1 }) };
    expect(carriedOn(adjustments, 9, earlier, fresh)).toEqual([
      ...adjustments,
      rate(9, 0.2, 0.5),
      { step: 9, key: 'weight_decay', from: 0, to: 1 },
    ]);
  });

  it('without a change where what is configured anew was so already', () => {
    const fresh = { configuration: configuration({ learning_rate: 0.2 }) };
    expect(carriedOn(adjustments, 9, earlier, fresh)).toEqual(adjustments);
  });
});
