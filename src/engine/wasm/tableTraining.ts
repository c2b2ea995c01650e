import { norm } from '../array';
import type { EvenSample } from '../histogram';
import type { UpdatedParameter } from '../update';
import { type Arena, floats, integers, type Region } from './arena';
import type { KernelExports, KernelFunction } from './exports';
import type { InputPlan, TablePlan } from './inputPlan';
import type { InputTables, RowsAt } from './inputTables';

const floatBytes = 4;
const vectorLength = 4;

/** What training keeps for a table beside the table itself. */
export interface TableTrainingPlan {
  /** Arrays like the table: what the optimizer keeps. */
  readonly slots: readonly Region[];
  /** (touched rows, columns), in the order in which they are met. */
  readonly gradients: Region;
  /** The numbers of these rows, and how many they are. */
  readonly touched: Region;
  readonly nTouched: Region;
  /** (size): where a row stands among them, from 1; 0 where it does not. */
  readonly ranks: Region;
  /** (columns): all bits of a number are 1, of what fills up 0. */
  readonly masks: Region;
}

export function planTableTraining(
  arena: Arena,
  { tables }: InputPlan,
  nRows: number,
  nSlots: number,
): TableTrainingPlan[] {
  return tables.map(({ size, nColumns, nChoices, rows }) => {
    const maxTouched = Math.min(size, nRows * nChoices);
    return {
      slots: Array.from({ length: nSlots }, () => arena.reserve(rows.length)),
      gradients: arena.reserve(maxTouched * nColumns),
      touched: arena.reserve(maxTouched),
      nTouched: arena.reserve(1),
      ranks: arena.reserve(size),
      masks: arena.reserve(nColumns),
    };
  });
}

/** Gradients and updates of one table: of the rows that a batch has chosen, and of no other. */
export class TableTraining {
  readonly values: Float32Array;
  /** Whether its rows are inputs of the first layer; they are added to its sums otherwise. */
  readonly isEmbedded: boolean;
  readonly slots: readonly Float32Array[];
  readonly #gradients: Float32Array;
  readonly #touched: Int32Array;
  readonly #nTouched: Int32Array;

  constructor(
    private readonly kernels: KernelExports,
    memory: WebAssembly.Memory,
    private readonly tables: InputTables,
    private readonly table: TablePlan,
    private readonly plan: TableTrainingPlan,
  ) {
    this.isEmbedded = table.firstInput !== null;
    this.values = floats(memory, table.rows);
    this.slots = plan.slots.map(slot => floats(memory, slot));
    this.#gradients = floats(memory, plan.gradients);
    this.#touched = integers(memory, plan.touched);
    this.#nTouched = integers(memory, plan.nTouched);
    integers(memory, plan.masks).fill(-1, 0, table.width);
  }

  /** @param values gradients of the inputs of the first layer where the table is embedded, of its sums otherwise */
  backward(values: RowsAt, nRows: number) {
    const { gradients, masks, touched, nTouched, ranks } = this.plan;
    this.kernels.sumChosenRows(
      ...this.tables.chosen(this.table, values, gradients, nRows),
      ...[masks.address, touched.address, nTouched.address, ranks.address],
    );
  }

  /** Numbers of the rows that the batch has chosen. */
  get #rows(): Int32Array {
    return this.#touched.subarray(0, this.nRows);
  }

  /** Their gradients. */
  get #used(): Float32Array {
    return this.#gradients.subarray(0, this.nRows * this.table.nColumns);
  }

  scaleGradients(factor: number) {
    const used = this.#used;
    for (let i = 0; i < used.length; i++) used[i]! *= factor;
  }

  /** One update by a kernel for rows. */
  update(kernel: KernelFunction, settings: number) {
    const { rows, nColumns } = this.table;
    const { slots, gradients, touched, nTouched } = this.plan;
    const distance = (slot: Region | undefined) => (slot ? slot.address - rows.address : 0);
    kernel(
      rows.address,
      nColumns * floatBytes,
      nColumns / vectorLength,
      gradients.address,
      touched.address,
      nTouched.address,
      settings,
      distance(slots[0]),
      distance(slots[1]),
    );
  }

  /** What the update of the reference wants to know. */
  get parameter(): UpdatedParameter {
    return {
      values: this.values,
      gradient: this.#gradients,
      slots: this.slots,
      isWeight: true,
      selection: { width: this.table.nColumns, rows: () => this.#rows },
    };
  }

  /** How many rows the batch has chosen. */
  get nRows(): number {
    return this.#nTouched[0]!;
  }

  /** Adds the gradients of the rows that the batch has chosen. */
  sampleGradients(sample: EvenSample) {
    const { nColumns } = this.table;
    for (let row = 0; row < this.nRows; row++) sample.addRow(this.#gradients, row * nColumns);
  }

  get gradientNorm(): number {
    return norm(this.#used);
  }
}
