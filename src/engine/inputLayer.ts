import { copyRows, type FloatArray, zerosLike } from './array';
import type { DenseParameters } from './dense';
import type { Batch } from './examples';
import type { Network } from './network';
import { addSelectedRows, type Places, sumRowGradients, type Table, TouchedRows } from './tables';

/** A table with what a backward pass finds for it. */
export interface TableGradients {
  readonly table: Table;
  /** (touched rows, width) */
  readonly d: FloatArray;
  readonly touched: TouchedRows;
}

type Samples = Omit<Batch, 'targets'>;

/** What stands between the samples and the sums of the first layer: embeddings, and the choice among categories. */
export class InputLayer {
  readonly embeddings: readonly TableGradients[];
  readonly categories: TableGradients | null;
  /** The first layer's parameters without the categories. */
  readonly dense: DenseParameters;
  /** (batch, numbers and embedded numbers), with its gradient; null where nothing is embedded. */
  readonly #embedded: { readonly x: FloatArray; readonly dx: FloatArray; readonly width: number } | null;
  readonly #nChoices: number;

  constructor({ embeddings, categories, layers }: Network, nRows: number) {
    const { weights, biases } = layers[0]!;
    let nChoices = 0;
    const choose = (rows: FloatArray, width: number, n: number): TableGradients => {
      const size = rows.length / width;
      const maxRows = Math.min(size, nRows * n);
      const table = { rows, width, firstChoice: nChoices, nChoices: n };
      nChoices += n;
      return { table, d: zerosLike(rows, maxRows * width), touched: new TouchedRows(size, maxRows) };
    };
    this.embeddings = embeddings.map(({ weights: rows, width, nChoices: n }) => choose(rows, width, n));
    const nDense = weights.length - (categories?.size ?? 0) * biases.length;
    this.categories = categories && choose(weights.subarray(nDense), biases.length, categories.nChoices);
    this.dense = { biases, weights: weights.subarray(0, nDense) };
    const width = nDense / biases.length;
    this.#embedded =
      embeddings.length > 0
        ? { x: zerosLike(weights, nRows * width), dx: zerosLike(weights, nRows * width), width }
        : null;
    this.#nChoices = nChoices;
  }

  /** The numbers that the first weights are multiplied with, and where their gradients are wanted, if anywhere. */
  inputs({ inputs, selected }: Samples, nRows: number): { x: FloatArray; dx: FloatArray | null } {
    if (!this.#embedded) return { x: inputs, dx: null };
    const { x, dx, width } = this.#embedded;
    const nNumbers = width - this.#nEmbedded();
    x.fill(0);
    copyRows(x, width, inputs, nNumbers, nNumbers, nRows);
    this.#forEachEmbedding(x, ({ table }, places) =>
      addSelectedRows(places, table, { selected, nChoices: this.#nChoices }, nRows),
    );
    return { x, dx };
  }

  /** Adds the rows of the chosen categories to the sums of the first layer. */
  addCategories(z: FloatArray, { selected }: Samples, nRows: number) {
    if (!this.categories) return;
    const { table } = this.categories;
    addSelectedRows(sums(z, table), table, { selected, nChoices: this.#nChoices }, nRows);
  }

  /** Gradients of the tables, from those of the first layer's sums and of its inputs. */
  backward(dz: FloatArray, { selected }: Samples, nRows: number) {
    const choices = { selected, nChoices: this.#nChoices };
    const sum = ({ table, d, touched }: TableGradients, places: Places) =>
      sumRowGradients(d, touched, places, table, choices, nRows);
    if (this.categories) sum(this.categories, sums(dz, this.categories.table));
    if (this.#embedded) this.#forEachEmbedding(this.#embedded.dx, sum);
  }

  #nEmbedded = () => this.embeddings.reduce((sum, { table }) => sum + table.width * table.nChoices, 0);

  /** @param values (batch, numbers and embedded numbers) */
  #forEachEmbedding(values: FloatArray, visit: (embedding: TableGradients, places: Places) => void) {
    const stride = this.#embedded!.width;
    let first = stride - this.#nEmbedded();
    for (const embedding of this.embeddings) {
      const { width, nChoices } = embedding.table;
      visit(embedding, { values, stride, first, step: width });
      first += width * nChoices;
    }
  }
}

/** All choices of a sample are added up. */
const sums = (values: FloatArray, { width }: Table): Places => ({ values, stride: width, first: 0, step: 0 });
