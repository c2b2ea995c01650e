import { z } from 'zod';
import type { MatrixSide } from '../../protocol/layers';
import { matrixNamed } from '../matrices';
import {
  allIndices,
  cellsOf,
  columnNorms,
  inOrder,
  largestEntries,
  largestMagnitude,
  rowNorms,
  rowsNamed,
  withLargest,
} from '../matrixPart';
import type { Question } from './question';

/** With more, nobody finds a row but by its name, and an answer becomes too long for one frame: 2 MB at most. */
const maxRows = 2000;
const maxColumns = 256;
const nLargest = 10;

/** The weights of one layer. */
export const layer: Question<'layer'> = {
  params: z.object({
    layer: z.string(),
    order: z.enum(['model', 'norm', 'name']),
    search: z.string().max(200),
  }),
  answer(subject, { layer, order, search }) {
    const matrix = matrixNamed(subject, layer);
    const { name, rowNames, columnNames, weights, vectors } = matrix;
    const ofRows = rowNorms(weights, columnNames.length);
    const ofColumns = columnNorms(weights, columnNames.length);
    const found = rowsNamed(rowNames, search);
    const rows = inOrder(withLargest(found, ofRows, maxRows), order, rowNames, ofRows);
    const columns = withLargest(allIndices(columnNames.length), ofColumns, maxColumns);
    // A gain is spread around 1, and has no part in the scale.
    const scaled = vectors.filter(({ name }) => name !== 'gain').map(({ values }) => values);
    return {
      ...{ epoch: subject.epoch, name },
      rows: sideOf(rows, rowNames, ofRows, found.length),
      columns: sideOf(columns, columnNames, ofColumns, columnNames.length),
      weights: cellsOf(weights, columnNames.length, rows, columns),
      vectors: vectors.map(({ name, values }) => ({
        name,
        values: Float32Array.from(columns, column => values[column]!),
      })),
      limit: largestMagnitude(weights, ...scaled),
      largest: largestEntries(matrix, nLargest),
    };
  },
};

const sideOf = (
  shown: Uint32Array,
  names: readonly string[],
  norms: Float32Array,
  nFound: number,
): MatrixSide => ({
  names: Array.from(shown, i => names[i]!),
  norms: Float32Array.from(shown, i => norms[i]!),
  ...{ nFound, nAll: names.length },
});
