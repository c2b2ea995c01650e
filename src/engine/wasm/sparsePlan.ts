import { countInputs, type Examples, isBytes } from '../examples';
import type { Network } from '../network';
import { type Arena, integers, type Region } from './arena';
import { rowLength } from './panels';

/** An input's number and its value. */
const entryBytes = 8;
const vectorLength = 4;
/** So that no two lists begin on the same lines of the cache. */
const gapBytes = 64;
/** Batches whose lists would be longer stay dense. */
const maxListBytes = 2 ** 26;
/** With fewer inputs there is nothing to win. */
const minInputs = 32;
/** Numbers that are looked at to see how many are 0. */
const maxCounted = 2 ** 20;

/** First weights that lie row by row, and lists of the numbers in the inputs of a batch that are not 0. */
export interface SparsePlan {
  /** From one row of the weights to the next, in numbers. */
  readonly rowLength: number;
  /** (rows): a list of each sample's entries, `entryStride` bytes apart, and how many they are. */
  readonly entries: Region;
  readonly entryStride: number;
  readonly counts: Region;
  /** (inputs): the same entries by inputs, and where each list ends. */
  readonly lists: Region;
  readonly listStride: number;
  readonly ends: Region;
  /** (16, 4): what the kernel that lists the entries reads. */
  readonly orders: Region;
}

/** Bytes from one list to the next. */
const strides = (nInputs: number, nRows: number) => ({
  // The kernel stores a whole vector of entries, of which none may be one.
  entryStride: (nInputs + vectorLength) * entryBytes + gapBytes,
  listStride: nRows * entryBytes + gapBytes,
});

export function planSparse(arena: Arena, nInputs: number, nColumns: number, nRows: number): SparsePlan {
  const { entryStride, listStride } = strides(nInputs, nRows);
  return {
    ...{ rowLength: rowLength(nColumns), entryStride, listStride },
    entries: arena.reserveBytes(nRows * entryStride),
    counts: arena.reserve(nRows),
    lists: arena.reserveBytes(nInputs * listStride),
    ends: arena.reserve(nInputs),
    orders: arena.reserve(orders.length),
  };
}

export const fillOrders = (memory: WebAssembly.Memory, plan: SparsePlan) =>
  integers(memory, plan.orders).set(orders);

/** For each set of lanes the bytes of these, one lane after the other; what follows on them is not read. */
const orders = Int32Array.from({ length: 16 * vectorLength }, (_, i) => {
  const lanes = [0, 1, 2, 3].filter(lane => (Math.floor(i / vectorLength) >> lane) & 1);
  return 0x03020100 + (lanes[i % vectorLength] ?? 0) * 0x04040404;
});

/**
 * Density below which the sparse way is the faster one, as measured with 64 to 3000 inputs and 8 to 512 outputs. To
 * list the entries takes as long for few outputs as for many, so that a narrow layer wants fewer of them; for the widest
 * one they may be about half of the numbers, because a row of weights is read for each of them, and by the dense kernel
 * for six samples at once.
 */
const maxDensity = (nOutputs: number) => 0.55 * (1 - 10 / nOutputs);

/** What the lists of a batch may take; 0 where the first layer is dense in any case. */
export function listBytes(nInputs: number, nOutputs: number, nRows: number): number {
  if (nInputs < minInputs || maxDensity(nOutputs) <= 0) return 0;
  const { entryStride, listStride } = strides(nInputs, nRows);
  const nBytes = nRows * entryStride + nInputs * listStride;
  return nBytes <= maxListBytes ? nBytes : 0;
}

/**
 * Whether the first layer leaves out what is 0 in its inputs: where their density, the share that is not 0, is small
 * enough for its width. Both ways give the same bits, unless a weight is infinite, so this is about time only; it depends
 * on the samples and on the network, and on no clock. With embeddings the layer is dense: their rows are inputs that are
 * never 0.
 */
export function isSparse({ embeddings, layers }: Network, examples: Examples, nRows: number): boolean {
  const nOutputs = layers[0]!.biases.length;
  if (embeddings.length > 0 || listBytes(countInputs(examples), nOutputs, nRows) === 0) return false;
  return densityOf(examples) <= maxDensity(nOutputs);
}

/** Share of the numbers that are not 0, of samples at equal distances. */
function densityOf(examples: Examples): number {
  const { inputs, targets } = examples;
  const nInputs = countInputs(examples);
  const distance = Math.max(1, Math.floor((targets.length * nInputs) / maxCounted));
  let nNumbers = 0;
  let nEntries = 0;
  for (let row = 0; row < targets.length; row += distance) {
    for (let i = 0; i < nInputs; i++) {
      const at = row * nInputs + i;
      if (isBytes(inputs) ? inputs.values[at] !== inputs.shift[i] : inputs[at] !== 0) nEntries++;
    }
    nNumbers += nInputs;
  }
  return nEntries / nNumbers;
}
