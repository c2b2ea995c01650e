import { instantiate, type KernelExports } from '../wasm/exports';
import { awaitRing, ring } from './bell';
import { type Board, done, nReady, type Piece, posted, take } from './board';
import { cuts } from './cuts';

/** What a thread must know to help with a training; all of it can be sent to another thread. */
export interface MemberTask {
  readonly module: WebAssembly.Module;
  /** Shared. */
  readonly memory: WebAssembly.Memory;
  readonly board: Board;
  /** Its number; 0 is the training thread. */
  readonly thread: number;
}

export type DividedName = keyof typeof cuts;
/** A kernel's number is its place here. */
export const dividedKernels = Object.keys(cuts) as DividedName[];

export function compute(kernels: KernelExports, { kernel, args, start, end }: Piece) {
  if (start === end) return;
  const name = dividedKernels[kernel]!;
  kernels[name](...cuts[name].part(args, start, end));
}

/** The whole life of a helping thread; it never returns. Without work it looks around for a moment, then it sleeps. */
export function joinCrew({ module, memory, board, thread }: MemberTask): never {
  const { kernels } = instantiate(module, memory);
  Atomics.add(board, nReady, 1);
  for (;;) {
    const seen = Atomics.load(board, posted);
    for (let piece = take(board, thread); piece; piece = take(board, thread)) {
      compute(kernels, piece);
      ring(board, done);
    }
    awaitRing(board, posted, seen);
  }
}
