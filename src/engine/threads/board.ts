import { bellLength, ring } from './bell';

/** Words of a line of the cache: what different threads write does not share one. */
const line = 16;

/** Rung for each task. */
export const posted = 0;
/** Rung by the other threads for each piece. */
export const done = line;
/** Members that have begun, beside the training thread. */
export const nReady = done + bellLength;
/** Of the task: which kernel, how many units it has, how many pieces they make, how many of those a share. */
const kernel = 2 * line;
const nUnits = kernel + 1;
const nPieces = kernel + 2;
const shareSize = kernel + 3;
const firstArgument = kernel + 4;
const nArguments = 13;
/** Pieces that are left of the share of each thread. */
const shares = 4 * line;

export type Board = Int32Array<SharedArrayBuffer>;

/** A call of a kernel. */
export interface Task {
  /** Number of the kernel. */
  readonly kernel: number;
  readonly args: readonly number[];
}

export interface Piece extends Task {
  /** Its units: from `start` to the one before `end`. */
  readonly start: number;
  readonly end: number;
}

/**
 * Shared memory where the threads of a training meet. The training thread posts a task, cut into pieces of which each
 * thread has a share.
 *
 * A piece is taken by counting its share down. Whoever has got one may rely on the task that stands here, because the
 * next is only posted when all pieces of this one are done; whoever comes too late gets none. So no task waits for a
 * thread that sleeps or has not begun, and who is done with its own share goes on with the others.
 */
export const createBoard = (nThreads: number): Board =>
  new Int32Array(new SharedArrayBuffer(4 * (shares + nThreads * line)));

const countThreads = (board: Board) => (board.length - shares) / line;
const shareOf = (thread: number) => shares + thread * line;

/**
 * @param units that the task can be cut into
 * @param piecesEach of every share
 * @returns the number of pieces
 */
export function post(board: Board, task: Task, units: number, piecesEach: number): number {
  const nThreads = countThreads(board);
  board[kernel] = task.kernel;
  board[nUnits] = units;
  board[nPieces] = nThreads * piecesEach;
  board[shareSize] = piecesEach;
  board.set(task.args, firstArgument);
  for (let thread = 0; thread < nThreads; thread++) Atomics.store(board, shareOf(thread), piecesEach);
  ring(board, posted);
  return nThreads * piecesEach;
}

/** Takes a piece of the thread's own share, or of the next one's; null when all are taken. Some may have no units. */
export function take(board: Board, thread: number): Piece | null {
  const nThreads = countThreads(board);
  for (let offset = 0; offset < nThreads; offset++) {
    const owner = (thread + offset) % nThreads;
    const left = Atomics.sub(board, shareOf(owner), 1);
    if (left <= 0) continue;
    const piece = owner * board[shareSize]! + left;
    const unitAt = (place: number) => Math.round((place * board[nUnits]!) / board[nPieces]!);
    return {
      kernel: board[kernel]!,
      args: [...board.subarray(firstArgument, firstArgument + nArguments)],
      start: unitAt(piece - 1),
      end: unitAt(piece),
    };
  }
  return null;
}
