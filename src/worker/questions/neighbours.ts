import { z } from 'zod';
import { tableNamed } from '../matrices';
import { allIndices } from '../matrixPart';
import { cosine } from '../projection';
import { Rejection } from '../rejection';
import type { Question } from './question';

const nNeighbours = 10;

/** The rows of a table that are most like one of them. */
export const neighbours: Question<'neighbours'> = {
  params: z.object({ table: z.string(), row: z.int().nonnegative() }),
  answer(subject, { table, row }) {
    const { rowNames, columnNames, weights } = tableNamed(subject, table);
    if (row >= rowNames.length) throw new Rejection('no-row', `${table} has no row ${row}.`);
    const width = columnNames.length;
    const vector = (i: number) => weights.subarray(i * width, (i + 1) * width);
    const similarities = Float32Array.from(rowNames, (_, other) => cosine(vector(row), vector(other)));
    const others = allIndices(rowNames.length).filter(other => other !== row);
    const nearest = others.sort((a, b) => similarities[b]! - similarities[a]! || a - b).slice(0, nNeighbours);
    return {
      ...{ epoch: subject.epoch, row, name: rowNames[row]! },
      neighbours: Array.from(nearest, other => ({
        ...{ row: other, name: rowNames[other]! },
        similarity: similarities[other]!,
      })),
    };
  },
};
