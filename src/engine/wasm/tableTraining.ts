import { norm } from '../array';
import { TouchedRows } from '../tables';
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
  /** (touched rows, columns), and the numbers of these rows. */
  readonly gradients: Region;
  readonly touched: Region;
  /** (batch, choices): which of the touched rows each choice is. */
  readonly places: Region;
}

export function planTableTraining(
  arena: Arena,
  { tables, choices }: InputPlan,
  nRows: number,
  nSlots: number,
): TableTrainingPlan[] {
  return tables.map(({ size, nColumns, nChoices, rows }) => {
    const maxTouched = Math.min(size, nRows * nChoices);
    return {
      slots: Array.from({ length: nSlots }, () => arena.reserve(rows.length)),
      gradients: arena.reserve(maxTouched * nColumns),
      touched: arena.reserve(maxTouched),
      places: arena.reserve(choices.length),
    };
  });
}

/** Gradients and updates of one table: of the rows that a batch has chosen, and of no other. */
export class TableTraining {
  readonly values: Float32Array;
  /** Whether its rows are inputs of the first layer; they are added to its sums otherwise. */
  readonly isEmbedded: boolean;
  readonly slots: readonly Float32Array[];
  readonly #touched: TouchedRows;
  readonly #gradients: Float32Array;
  readonly #numbers: Int32Array;
  readonly #choices: Int32Array;
  readonly #places: Int32Array;

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
    this.#touched = new TouchedRows(table.size, plan.touched.length);
    this.#gradients = floats(memory, plan.gradients);
    this.#numbers = integers(memory, plan.touched);
    this.#choices = integers(memory, tables.plan.choices);
    this.#places = integers(memory, plan.places);
  }

  /** @param values gradients of the inputs of the first layer where the table is embedded, of its sums otherwise */
  backward(values: RowsAt, nRows: number) {
    this.#touch(nRows);
    this.#used.fill(0);
    const { gradients, places } = this.plan;
    this.tables.visit(this.kernels.addToChosenRows, this.table, values, gradients, places, nRows);
  }

  #touch(nRows: number) {
    const { nChoices } = this.tables.plan;
    const { firstChoice, nChoices: n } = this.table;
    this.#touched.clear();
    for (let row = 0; row < nRows; row++) {
      const first = row * nChoices + firstChoice;
      for (let c = first; c < first + n; c++) {
        const number = this.#choices[c]!;
        this.#places[c] = number < 0 ? -1 : this.#touched.add(number);
      }
    }
    this.#numbers.set(this.#touched.rows);
  }

  /** Of the rows that a batch has chosen. */
  get #used(): Float32Array {
    return this.#gradients.subarray(0, this.#touched.rows.length * this.table.nColumns);
  }

  scaleGradients(factor: number) {
    const used = this.#used;
    for (let i = 0; i < used.length; i++) used[i]! *= factor;
  }

  /** One update by a kernel for rows. */
  update(kernel: KernelFunction, settings: number) {
    const { rows, nColumns } = this.table;
    const { slots, gradients, touched } = this.plan;
    const distance = (slot: Region | undefined) => (slot ? slot.address - rows.address : 0);
    kernel(
      rows.address,
      nColumns * floatBytes,
      nColumns / vectorLength,
      gradients.address,
      touched.address,
      this.#touched.rows.length,
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
      selection: { width: this.table.nColumns, rows: () => this.#touched.rows },
    };
  }

  get gradientNorm(): number {
    return norm(this.#used);
  }
}
