import { z } from 'zod';
import { tableNamed } from '../matrices';
import { allIndices, cellsOf, rowNorms, withLargest } from '../matrixPart';
import { projectRows } from '../projection';
import type { Question } from './question';

/** More points are a cloud, and UMAP takes longer than a second for more. */
const maxRows = { pca: 5000, umap: 1000 };
/** Finding more of them takes seconds. The view offers as many. */
const maxNeighbors = 50;
/** A component needs a matrix of the rows or of their numbers, the smaller one; its cube is the time it takes. */
const maxSide = 200;

/** A table of embeddings as a map. */
export const projection: Question<'projection'> = {
  params: z.object({
    table: z.string(),
    method: z.enum(['pca', 'umap']),
    seed: z.int().nonnegative(),
    nNeighbors: z.int().min(2).max(maxNeighbors),
  }),
  answer(subject, { table, ...options }) {
    const { rowNames, columnNames, weights } = tableNamed(subject, table);
    const width = columnNames.length;
    const isWide = options.method === 'pca' && width > maxSide;
    const n = isWide ? maxSide : maxRows[options.method];
    const rows = withLargest(allIndices(rowNames.length), rowNorms(weights, width), n);
    const vectors = cellsOf(weights, width, rows, allIndices(width));
    return {
      ...{ epoch: subject.epoch, rows, nAll: rowNames.length },
      names: Array.from(rows, row => rowNames[row]!),
      ...projectRows(vectors, width, options),
    };
  },
};
