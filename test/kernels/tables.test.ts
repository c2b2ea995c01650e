import { describe, expect, it } from 'vitest';
import { instructionSets, load } from './support';

/** Rows of five numbers, filled up to eight. */
const [width, nColumns] = [5, 8];
const bytes = (length: number) => length * Float32Array.BYTES_PER_ELEMENT;
const [values, table, masks, choices, touched, nTouched, ranks] = [512, 1536, 3072, 3584, 4096, 4608, 5120];
const table4 = Float32Array.from({ length: 4 * nColumns }, (_, i) => (i % nColumns < width ? 1 + i : 0));
const rowOf = (number: number) => [...table4.subarray(number * nColumns, number * nColumns + width)];
const zeros = [0, 0, 0, 0, 0];

/** Two samples with two choices each, side by side, and what fills up the last one's vectors. */
const chosen = [2, 0, -1, 2];
const nRows = 2;
const rowLength = 2 * width + nColumns - width;
const places = [values, bytes(rowLength), bytes(width), table, bytes(nColumns), nColumns / 4] as const;
const choosing = [choices, bytes(2), 2, nRows] as const;

describe.each(instructionSets)('$name', ({ bytes: module }) => {
  const loaded = () => {
    const { kernels, array } = load(module);
    const integers = (address: number, length: number) => new Int32Array(array(0, 1).buffer, address, length);
    array(table, table4.length).set(table4);
    integers(choices, 4).set(chosen);
    integers(masks, width).fill(-1);
    return { kernels, array, integers };
  };

  it('copies the chosen rows side by side, and zeros for none', () => {
    const { kernels, array } = loaded();
    array(values, nRows * rowLength).fill(9);
    kernels.copyChosenRows!(...places, ...choosing);
    const filling = [0, 0, 0];
    expect([...array(values, nRows * rowLength)]).toEqual([
      ...[...rowOf(2), ...rowOf(0), ...filling],
      ...[...zeros, ...rowOf(2), ...filling],
    ]);
  });

  it('adds up the chosen rows where they have one place', () => {
    const { kernels, array } = loaded();
    array(values, nRows * nColumns).fill(1);
    kernels.addChosenRows!(values, bytes(nColumns), 0, ...places.slice(3), ...choosing);
    const expected = [
      ...rowOf(2).map((each, i) => 1 + each + rowOf(0)[i]!),
      ...rowOf(2).map(each => 1 + each),
    ];
    expect([...array(values, nRows * nColumns)].filter((_, i) => i % nColumns < width)).toEqual(expected);
  });

  it('sums up the gradients of each chosen row, and forgets those of the batch before', () => {
    const { kernels, array, integers } = loaded();
    const gradients = array(values, nRows * rowLength);
    for (const i of gradients.keys()) gradients[i] = 10 + i;
    const placeOf = (row: number, choice: number) =>
      [...zeros.keys()].map(i => gradients[row * rowLength + choice * width + i]!);
    const filled = (row: number[]) => [...row, 0, 0, 0];
    const sum = () => kernels.sumChosenRows!(...places, ...choosing, masks, touched, nTouched, ranks);

    integers(choices, 4).set([3, 1, 1, 3]);
    sum();
    expect([...integers(touched, integers(nTouched, 1)[0]!)]).toEqual([3, 1]);

    integers(choices, 4).set(chosen);
    sum();
    expect([...integers(touched, integers(nTouched, 1)[0]!)]).toEqual([2, 0]);
    expect([...integers(ranks, 4)]).toEqual([2, 0, 1, 0]);
    const sumOfTwo = placeOf(0, 0).map((each, i) => each + placeOf(1, 1)[i]!);
    expect([...array(table, 2 * nColumns)]).toEqual([...filled(sumOfTwo), ...filled(placeOf(0, 1))]);
  });

  it('updates the rows that were chosen, and no other', () => {
    const { kernels, array, integers } = loaded();
    const [gradients, settings] = [values, 6144];
    array(gradients, 2 * nColumns).fill(1);
    array(settings, 2).set([-0.5, 0]);
    integers(touched, 2).set([3, 1]);
    integers(nTouched, 1).set([2]);
    const row = [bytes(nColumns), nColumns / 4] as const;
    kernels.updateRowsSgd!(table, ...row, gradients, touched, nTouched, settings, 0, 0);
    const isTouched = (i: number) => [3, 1].includes(Math.floor(i / nColumns));
    expect([...array(table, table4.length)]).toEqual([...table4].map((w, i) => (isTouched(i) ? w - 0.5 : w)));
  });
});
