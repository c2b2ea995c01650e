import type { Network } from '../engine/network';
import { parametersOf } from '../engine/parameters';
import { encodeWeights, weightBytes } from '../runs/checkpoint';
import { checkpointFolder, checkpointPath } from '../runs/checkpointFiles';
import type { Storage } from '../runs/runFolder';

/** The weights as they were at the end of an epoch; never written to again. */
export interface EpochWeights {
  readonly epoch: number;
  readonly network: Network;
}

/** What may wait in memory before it is time to save. */
const maxWaitingBytes = 16e6;

/** The weights of the epochs of a schedule, on their way to the disk. */
export class Checkpoints {
  readonly #waiting: EpochWeights[] = [];
  #waitingBytes = 0;

  /** @param saved epochs whose files are on the disk already; ascending */
  constructor(
    private readonly storage: Storage,
    private readonly folder: string,
    private readonly schedule: ReadonlySet<number>,
    private saved: readonly number[],
  ) {}

  /** Takes the weights of the latest epoch if they are due; those that have overflowed are of no use. */
  add(weights: EpochWeights) {
    const { epoch, network } = weights;
    if (!this.schedule.has(epoch) || this.saved.includes(epoch)) return;
    if (!parametersOf(network).every(({ values }) => values.every(Number.isFinite))) return;
    this.#waiting.push(weights);
    this.#waitingBytes += weightBytes(network);
  }

  /** Epochs whose files are on the disk, ascending. */
  get epochs(): readonly number[] {
    return this.saved;
  }

  get isFull(): boolean {
    return this.#waitingBytes > maxWaitingBytes;
  }

  /** Weights that are not on the disk yet. */
  find = (epoch: number): EpochWeights | undefined => this.#waiting.find(each => each.epoch === epoch);

  /** What could not be written goes on waiting. */
  async save() {
    if (this.#waiting.length > 0)
      await this.storage.files.makeFolder(checkpointFolder(this.storage, this.folder));
    for (;;) {
      const [next] = this.#waiting;
      if (!next) return;
      const { epoch, network } = next;
      const path = checkpointPath(this.storage, this.folder, epoch);
      await this.storage.files.writeAtomic(path, encodeWeights(network, epoch));
      this.#waiting.shift();
      this.#waitingBytes -= weightBytes(network);
      this.saved = [...this.saved, epoch];
    }
  }
}
