import type { Region } from './arena';
import type { KernelExports } from './exports';
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
  constructor(
    private readonly kernels: KernelExports,
    readonly plan: InputPlan,
    /** (batch, inputs) */
    private readonly x: RowsAt,
  ) {}

  /** Writes the embedded inputs of the first layer, beside its numbers. */
  embed(nRows: number) {
    for (const table of this.plan.tables)
      if (table.firstInput !== null)
        this.kernels.copyChosenRows(...this.chosen(table, this.x, table.rows, nRows));
  }

  /** Adds the rows of the categories to the sums of the first layer. */
  addCategories(z: RowsAt, nRows: number) {
    for (const table of this.plan.tables)
      if (table.firstInput === null) this.kernels.addChosenRows(...this.chosen(table, z, table.rows, nRows));
  }

  /**
   * What the kernels for chosen rows are told.
   * @param values inputs, or sums, of the first layer
   * @param rows   of the table, or their gradients
   */
  chosen(
    { firstInput, firstChoice, width, nColumns, nChoices }: TablePlan,
    { address, stride }: RowsAt,
    rows: Region,
    nRows: number,
  ): number[] {
    return [
      address + (firstInput ?? 0) * floatBytes,
      stride,
      firstInput === null ? 0 : width * floatBytes,
      rows.address,
      nColumns * floatBytes,
      nColumns / vectorLength,
      this.plan.choices.address + firstChoice * floatBytes,
      this.plan.nChoices * floatBytes,
      nChoices,
      nRows,
    ];
  }
}
