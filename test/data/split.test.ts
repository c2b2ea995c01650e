import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkClasses, splitRows } from '../../src/data/split';
import { Random } from '../../src/engine/random';
import { dataErrorOf } from './support';

const rowsUpTo = (n: number) => Uint32Array.from({ length: n }, (_, i) => i);
const split = (labels: number[], fraction: number, seed = 1) =>
  splitRows(rowsUpTo(labels.length), Int32Array.from(labels), fraction, Random.seeded(seed));
const isAscending = (rows: Uint32Array) => rows.every((row, i) => i === 0 || row > rows[i - 1]!);

describe('splitRows', () => {
  it('divides the rows, each part ascending, the same for a seed', () => {
    const labels = fc.array(fc.nat(3), { minLength: 20 });
    fc.assert(
      fc.property(
        labels,
        fc.double({ min: 0.3, max: 0.9, noNaN: true }),
        fc.nat(),
        (classes, fraction, seed) => {
          const { train, validation } = split(classes, fraction, seed);
          expect([...train, ...validation].sort((a, b) => a - b)).toEqual([...rowsUpTo(classes.length)]);
          expect(isAscending(train) && isAscending(validation)).toBe(true);
          expect(new Set([...train].map(row => classes[row]))).toEqual(new Set(classes));
          expect(split(classes, fraction, seed)).toEqual({ train, validation });
        },
      ),
    );
  });

  it('takes the same share of each class', () => {
    const labels = [...Array<number>(100).fill(0), ...Array<number>(50).fill(1)];
    const { validation } = split(labels, 0.2);
    expect(validation.filter(row => labels[row] === 0)).toHaveLength(20);
    expect(validation.filter(row => labels[row] === 1)).toHaveLength(10);
  });

  it('comes to the size that was asked for in spite of many small classes', () => {
    const labels = Array.from({ length: 100 }, (_, i) => i % 25);
    expect(split(labels, 0.1).validation).toHaveLength(10);
  });

  it('keeps the only row of a class for training', () => {
    for (let seed = 0; seed < 20; seed++) {
      expect(split([0, 0, 0, 0, 1], 0.5, seed).train).toContain(4);
    }
  });

  it('draws another part for another seed, without classes too', () => {
    const draw = (seed: number) => splitRows(rowsUpTo(50), null, 0.2, Random.seeded(seed)).validation;
    expect(draw(1)).toHaveLength(10);
    expect(draw(1)).not.toEqual(draw(2));
  });

  it('has no validation part with a fraction of 0', () => {
    expect(split([0, 1, 0, 1], 0).validation).toHaveLength(0);
  });

  it('refuses to leave the validation part empty', () => {
    expect(dataErrorOf(() => split([0, 1], 0.2))).toMatchObject({
      code: 'empty-split',
      key: 'data.validation_fraction',
    });
  });
});

it('checkClasses names a class that training lacks', () => {
  const error = dataErrorOf(() => checkClasses(['a', 'b'], Int32Array.of(0, 0)));
  expect(error.message).toContain('Class "b"');
});
