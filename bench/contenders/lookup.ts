// What all contenders of the lookup do: rows of a table of `size` × `columns`, chosen by the samples of a batch.
import { argument } from './slices';

export interface LookupTask {
  readonly size: number;
  readonly columns: number;
  readonly batch: number;
  /** The sums alone, or a training step of softmax regression by SGD: the columns are classes. */
  readonly task: 'forward' | 'step';
}

const nBatches = 32;

/** Choices and classes of 32 batches. */
export function lookupTask() {
  const task = argument<LookupTask>();
  const n = nBatches * task.batch;
  return {
    ...task,
    nBatches,
    // Spread over the table, in no order.
    selected: Int32Array.from({ length: n }, (_, i) => (i * 7919 + ((i * i) % 104729)) % task.size),
    targets: Int32Array.from({ length: n }, (_, i) => i % task.columns),
  };
}
