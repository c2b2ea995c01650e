import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBoard, type Piece, post, posted, take } from '../../../src/engine/threads/board';

const task = { kernel: 3, args: [...Array(13).keys()] };

describe('a task', () => {
  it('is taken to pieces that hold every unit once, whoever comes when', () => {
    const count = fc.integer({ min: 1, max: 6 });
    const units = fc.integer({ min: 1, max: 200 });
    const visits = fc.infiniteStream(fc.nat());
    fc.assert(
      fc.property(count, units, count, visits, (nThreads, nUnits, piecesEach, visitors) => {
        const board = createBoard(nThreads);
        for (let n = 1; n <= 3; n++) {
          const nPieces = post(board, { ...task, kernel: n }, nUnits, piecesEach);
          const pieces: Piece[] = [];
          while (pieces.length < nPieces) {
            const piece = take(board, visitors.next().value! % nThreads);
            expect(piece).toMatchObject({ kernel: n, args: task.args });
            pieces.push(piece!);
          }
          for (let thread = 0; thread < nThreads; thread++) expect(take(board, thread)).toBeNull();
          const taken = pieces.flatMap(({ start, end }) =>
            Array.from({ length: end - start }, (_, i) => start + i),
          );
          expect(taken.sort((a, b) => a - b)).toEqual([...Array(nUnits).keys()]);
          expect(board[posted]).toBe(n);
        }
      }),
    );
  });

  it('gives each thread its own share first', () => {
    const board = createBoard(3);
    post(board, task, 90, 3);
    const starts = (thread: number) => [1, 2, 3].map(() => take(board, thread)!.start);
    expect(starts(1)).toEqual([50, 40, 30]);
    expect(starts(1)).toEqual([80, 70, 60]);
    expect(starts(2)).toEqual([20, 10, 0]);
  });
});
