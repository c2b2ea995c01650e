import { describe, expect, it } from 'vitest';
import type { Predictions } from '../../../../src/protocol';
import {
  arrange,
  fitsTask,
  nameOfOrder,
  orderByColumn,
  orderNames,
  orders,
  type SortKey,
} from '../../../../webview/explorer/samples/order';
import { noFilter, type SampleFilter } from '../../../../webview/focus';

/** Samples 0 … 4. */
const predictions: Predictions = {
  ...{ epoch: 1, split: 'validation', loss: 1, accuracy: 0.5, lines: null },
  rows: Uint32Array.of(10, 11, 12, 13, 14),
  losses: Float32Array.of(0.5, 2, 0.1, 2, 1),
  outcome: {
    kind: 'class',
    trueClass: Int32Array.of(0, 1, 0, 1, 2),
    predictedClass: Int32Array.of(0, 0, 0, 0, 2),
    probabilityOfTrue: Float32Array.of(0.6, 0.1, 0.9, 0.1, 0.4),
    probabilityOfPredicted: Float32Array.of(0.6, 0.9, 0.9, 0.8, 0.4),
    probabilityOfSecond: Float32Array.of(0.3, 0.1, 0.05, 0.1, 0.35),
  },
  tags: Uint8Array.of(0, 0b01, 0, 0b11, 0b10),
  tagNames: ['confidently wrong', 'ambiguous'],
};
const quantities: Predictions = {
  ...predictions,
  ...{ accuracy: null, tags: new Uint8Array(3), tagNames: [] },
  ...{ rows: Uint32Array.of(0, 1, 2), losses: Float32Array.of(1, 4, 0) },
  outcome: { kind: 'value', trueValue: Float32Array.of(3, 1, 2), predictedValue: Float32Array.of(2, 3, 2) },
};
const known = { predictions, typicality: null, found: null };
const ofQuantities = { predictions: quantities, typicality: null, found: null };

describe('the order', () => {
  it.each([
    ['worst', [1, 3, 4, 0, 2]],
    ['best', [2, 0, 4, 1, 3]],
    ['ambiguous', [4, 0, 3, 1, 2]],
    ['file', [0, 1, 2, 3, 4]],
  ] as const)('%s, of equals the first', (name, expected) => {
    expect(arrange(known, noFilter, orders[name])).toEqual(expected);
  });

  it('most typical, with what was not looked at last', () => {
    const distances = Float32Array.of(3, Number.NaN, 1, 2, Number.NaN);
    const typicality = { distances, space: 'inputs', nLookedAt: 3 } as const;
    expect(arrange({ ...known, typicality }, noFilter, orders.typical)).toEqual([2, 3, 0, 1, 4]);
  });

  it.each([
    ['trueClass', [0, 2, 1, 3, 4]],
    ['predictedClass', [0, 1, 2, 3, 4]],
    ['probabilityOfTrue', [1, 3, 4, 0, 2]],
    ['probabilityOfPredicted', [4, 0, 3, 1, 2]],
  ] as [SortKey, number[]][])('by the column %s', (by, expected) => {
    expect(arrange(known, noFilter, { by, isDescending: false })).toEqual(expected);
  });

  it.each([
    ['residual', [0, 2, 1]],
    ['trueValue', [1, 2, 0]],
    ['predictedValue', [0, 2, 1]],
  ] as [SortKey, number[]][])('of quantities by %s', (by, expected) => {
    expect(arrange(ofQuantities, noFilter, { by, isDescending: false })).toEqual(expected);
  });

  it('of a column turns with each click, and begins with what is remarkable', () => {
    const first = orderByColumn(orders.file, 'probabilityOfTrue');
    expect(first.isDescending).toBe(false);
    expect(orderByColumn(first, 'probabilityOfTrue').isDescending).toBe(true);
    expect(orderByColumn(first, 'loss')).toEqual(orders.worst);
  });

  it('has a name or is one by a column', () => {
    expect(nameOfOrder({ by: 'loss', isDescending: false })).toBe('best');
    expect(nameOfOrder({ by: 'trueClass', isDescending: false })).toBeUndefined();
  });

  it('is one that samples of the task have', () => {
    for (const name of orderNames('class')) expect(fitsTask(orders[name].by, 'classification')).toBe(true);
    for (const name of orderNames('value')) expect(fitsTask(orders[name].by, 'regression')).toBe(true);
    expect([fitsTask('typical', 'regression'), fitsTask('residual', 'classification')]).toEqual([
      false,
      false,
    ]);
  });
});

describe('the filter', () => {
  const pass = (filter: Partial<SampleFilter>, found: Uint32Array | null = null) =>
    arrange({ ...known, found }, { ...noFilter, ...filter }, orders.file);

  it.each<[string, Partial<SampleFilter>, number[]]>([
    ['a true class', { trueClass: 1 }, [1, 3]],
    ['a predicted class', { predictedClass: 0 }, [0, 1, 2, 3]],
    ['a cell of the confusion matrix', { trueClass: 0, predictedClass: 0 }, [0, 2]],
    ['a tag', { tag: 'ambiguous' }, [3, 4]],
    ['a tag that was not told here', { tag: 'label suspect' }, []],
    ['brushed samples', { chosen: { indices: [4, 0], words: '' } }, [0, 4]],
    [
      'several of them',
      { predictedClass: 0, tag: 'confidently wrong', chosen: { indices: [0, 3], words: '' } },
      [3],
    ],
  ])('of %s', (_, filter, expected) => {
    expect(pass(filter)).toEqual(expected);
  });

  it('of a search', () => {
    expect(pass({ search: 'x' }, Uint32Array.of(2, 4))).toEqual([2, 4]);
    expect(pass({ trueClass: 2, search: 'x' }, Uint32Array.of(2, 4))).toEqual([4]);
  });

  it('of classes leaves quantities as they are', () => {
    expect(arrange(ofQuantities, { ...noFilter, trueClass: 1 }, orders.worst)).toEqual([1, 0, 2]);
  });
});
