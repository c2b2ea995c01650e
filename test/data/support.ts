import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { readTable } from '../../src/data/formats';
import { DataError, type DataOptions, type DataSource, type Table } from '../../src/data/types';

export function tableOf(text: string, path = 'table.csv'): Table {
  return readTable(new TextEncoder().encode(text), { key: 'data.path', path });
}

/** Files that are held in memory; the examples come from the repository. */
export function sourceOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  memoryBudgetBytes = 1e9,
): DataSource {
  return {
    read: async path => {
      const content = files[path];
      if (content === undefined) throw new DataError('not_found', 'data.path', `${path} is not there.`);
      return typeof content === 'string' ? new TextEncoder().encode(content) : content;
    },
    readExample: path => readFile(new URL(`../../examples/${path}`, import.meta.url)),
    memoryBudgetBytes,
  };
}

export function optionsOf(options: Partial<DataOptions>): DataOptions {
  return {
    ...{ missing: 'error', scaling: 'standard', categorical: 'one_hot' },
    ...{ validation_fraction: 0.2, stratify: true },
    ...options,
  };
}

export function dataErrorOf(action: () => unknown): DataError {
  try {
    action();
  } catch (error) {
    expect(error).toBeInstanceOf(DataError);
    return error as DataError;
  }
  throw new Error('A DataError was expected, but nothing was thrown.');
}

/** The cells of a row as numbers; NaN for what is not numeric. */
export function numbersOf(table: Table, row: number): number[] {
  return table.columns.map(column =>
    column.kind === 'numeric' ? column.values[column.offset + row * column.stride]! : Number.NaN,
  );
}

/** An IDX file: zero, zero, type, number of dimensions, the sizes as big-endian 32-bit words, the values. */
export function idxBytes(sizes: readonly number[], values: ArrayLike<number>, type = 8): Uint8Array {
  const bytes = new Uint8Array(4 + 4 * sizes.length + values.length);
  bytes.set([0, 0, type, sizes.length]);
  const view = new DataView(bytes.buffer);
  sizes.forEach((size, i) => {
    view.setUint32(4 + 4 * i, size);
  });
  bytes.set(values, 4 + 4 * sizes.length);
  return bytes;
}
