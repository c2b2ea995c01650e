import { floats, type Region } from './arena';
import type { KernelExports, KernelFunction } from './exports';
import type { InputPlan, TablePlan } from './inputPlan';

const floatBytes = 4;
const vectorLength = 4;

/** Rows of numbers in the memory of a module, `stride` bytes apart. */
export interface RowsAt {
  readonly address: number;
  readonly stride: number;
}

/** Brings the rows that the samples of a batch choose to where they are needed. */
export class InputTables {
  readonly #x: Float32Array;

  constructor(
    private readonly kernels: KernelExports,
    memory: WebAssembly.Memory,
    readonly plan: InputPlan,
    /** (batch, inputs) */
    private readonly x: Region & RowsAt,
  ) {
    this.#x = floats(memory, x);
  }

  /** Writes the embedded inputs of the first layer, beside its numbers. */
  embed(nRows: number) {
    const { nNumbers, nInputs, tables, choices } = this.plan;
    if (nInputs === nNumbers) return;
    const length = this.x.stride / floatBytes;
    for (let first = 0; first < nRows * length; first += length)
      this.#x.fill(0, first + nNumbers, first + nInputs);
    for (const table of tables)
      if (table.firstInput !== null)
        this.visit(this.kernels.addChosenRows, table, this.x, table.rows, choices, nRows);
  }

  /** Adds the rows of the categories to the sums of the first layer. */
  addCategories(z: RowsAt, nRows: number) {
    for (const table of this.plan.tables)
      if (table.firstInput === null)
        this.visit(this.kernels.addChosenRows, table, z, table.rows, this.plan.choices, nRows);
  }

  /**
   * @param values  inputs, or sums, of the first layer
   * @param rows    of the table, or their gradients
   * @param choices (batch, choices): numbers of such rows
   */
  visit(
    kernel: KernelFunction,
    { firstInput, firstChoice, nColumns, nChoices }: TablePlan,
    { address, stride }: RowsAt,
    rows: Region,
    choices: Region,
    nRows: number,
  ) {
    kernel(
      address + (firstInput ?? 0) * floatBytes,
      stride,
      firstInput === null ? 0 : nColumns * floatBytes,
      rows.address,
      nColumns * floatBytes,
      nColumns / vectorLength,
      choices.address + firstChoice * floatBytes,
      this.plan.nChoices * floatBytes,
      nChoices,
      nRows,
    );
  }
}
