import { describe, expect, it } from 'vitest';
import { allRows } from '../../src/data/columns';
import { encode } from '../../src/data/encode';
import { fit } from '../../src/data/fit';
import { readTable } from '../../src/data/formats';
import { chooseRoles } from '../../src/data/roles';
import type { Column, NumericColumn, Scaling, Table } from '../../src/data/types';
import { type Bytes, scaleBytes } from '../../src/engine/examples';
import { idxBytes } from './support';

/** Four images of 2 × 2, the first pixel of which is 7 in all; with a label each. */
const pixels = [7, 0, 255, 10, 7, 128, 3, 20, 7, 255, 0, 30, 7, 1, 2, 40];
const images = readTable(idxBytes([4, 2, 2], pixels), { key: 'data.path', path: 'a-images-idx3-ubyte' });
const labels: Column = {
  kind: 'numeric',
  name: 'label',
  values: Uint8Array.of(0, 1, 0, 1),
  offset: 0,
  stride: 1,
};
const table: Table = { ...images, columns: [...images.columns, labels] };

function encoded(source: Table, scaling: Scaling, features?: string[], rows = allRows(source)) {
  const options = { scaling, missing: 'error', categorical: 'one_hot' } as const;
  const roles = chooseRoles(source, { target: 'label', ...(features && { features }) });
  return encode(source, rows, fit(roles, allRows(source), ['0', '1'], options)).inputs;
}

const numbersOf = (bytes: Bytes, nRows: number) => {
  const nInputs = bytes.shift.length;
  const numbers = new Float32Array(nRows * nInputs);
  for (let row = 0; row < nRows; row++) scaleBytes(numbers, row * nInputs, bytes, row, nInputs);
  return [...numbers];
};

/** The same table with numbers in place of bytes. */
const asFloats: Table = {
  ...table,
  columns: table.columns.map(column =>
    column.kind === 'numeric' ? { ...column, values: Float64Array.from(column.values) } : column,
  ),
};

describe('images', () => {
  it.each<Scaling>(['standard', 'min_max', 'unit', 'none'])(
    'stay bytes, which are scaled by %s later',
    scaling => {
      const bytes = encoded(table, scaling) as Bytes;
      expect([...bytes.values]).toEqual(pixels);
      const numbers = encoded(asFloats, scaling) as Float32Array;
      for (const [i, number] of numbersOf(bytes, 4).entries()) expect(number).toBeCloseTo(numbers[i]!, 6);
    },
  );

  it('are not copied when all of them are asked for', () => {
    const [column] = table.columns as [NumericColumn];
    expect((encoded(table, 'none') as Bytes).values.buffer).toBe(column.values.buffer);
    const swapped = ['pixel_0_1', 'pixel_0_0', 'pixel_1_0', 'pixel_1_1'];
    expect([...(encoded(table, 'none', swapped) as Bytes).values.subarray(0, 4)]).toEqual([0, 7, 255, 10]);
    expect([...(encoded(table, 'none', undefined, Uint32Array.of(0, 2, 3)) as Bytes).values]).toEqual([
      ...pixels.slice(0, 4),
      ...pixels.slice(8),
    ]);
  });

  it('are cut to the rows and pixels that are asked for', () => {
    const bytes = encoded(table, 'none', ['pixel_1_1', 'pixel_0_1'], Uint32Array.of(1, 3)) as Bytes;
    expect([...bytes.values]).toEqual([20, 128, 40, 1]);
  });

  it('become numbers beside a column of another file', () => {
    const extra: Column = { ...labels, name: 'extra', values: Uint8Array.of(5, 6, 7, 8) };
    const inputs = encoded({ ...table, columns: [...table.columns, extra] }, 'none', ['pixel_0_1', 'extra']);
    expect(inputs).toEqual(Float32Array.of(0, 5, 128, 6, 255, 7, 1, 8));
  });
});
