import { type FloatArray, zerosLike } from '../array';
import { dropOut, dropOutBackward } from '../dropout';
import type { Layer } from '../network';
import { normalizations } from '../normalizations';
import type { Random } from '../random';
import type { UpdatedParameter } from '../update';

/** Views of a layer's arrays, (rows, columns) each. */
interface LayerArrays {
  /** Before the activation; may be the same as `a`. */
  readonly z: Float32Array;
  readonly a: Float32Array;
  /** What the layer above sees in training. */
  readonly output: Float32Array;
}

/** What no kernel does between the sums of a layer and the next one: normalization and dropout, by the reference. */
export class Finishing {
  readonly #normalized: FloatArray;
  readonly #inverseDeviations: FloatArray;
  readonly #scales: FloatArray;
  readonly #d: { readonly gain: FloatArray; readonly shift: FloatArray };

  /** @param stride numbers from one row to the next */
  constructor(
    private readonly layer: Layer,
    private readonly arrays: LayerArrays,
    private readonly stride: number,
  ) {
    const { normalization, dropout, biases } = layer;
    const { z } = arrays;
    const nColumns = biases.length;
    this.#normalized = zerosLike(z, normalization ? z.length : 0);
    this.#inverseDeviations = zerosLike(z, normalization ? Math.max(z.length / stride, nColumns) : 0);
    this.#scales = zerosLike(z, dropout > 0 ? z.length : 0);
    this.#d = { gain: zerosLike(z, nColumns), shift: zerosLike(z, nColumns) };
  }

  #rows = (nRows: number) => ({ nRows, nColumns: this.layer.biases.length, stride: this.stride });

  normalize(nRows: number, isTraining: boolean) {
    const { normalization } = this.layer;
    if (!normalization) return;
    const arrays = this.#normalizationArrays();
    normalizations[normalization.name].forward(arrays, normalization, this.#rows(nRows), isTraining);
  }

  dropOut(random: Random, nRows: number) {
    const { a, output } = this.arrays;
    const { dropout } = this.layer;
    if (dropout === 0) return;
    dropOut({ a, dropped: output, scales: this.#scales }, dropout, random, this.#rows(nRows));
  }

  /** @param d gradient of what the layer above has seen, overwritten in place; relu and dropout commute */
  dropOutBackward(d: Float32Array, nRows: number) {
    if (this.layer.dropout > 0) dropOutBackward(d, this.#scales, this.#rows(nRows));
  }

  /** @param d gradient of what the activation has seen, overwritten in place with that of the sums */
  normalizeBackward(d: Float32Array, nRows: number) {
    const { normalization } = this.layer;
    if (!normalization) return;
    const arrays = this.#normalizationArrays();
    normalizations[normalization.name].backward(d, this.#d, arrays, normalization, this.#rows(nRows));
  }

  #normalizationArrays = () => ({
    z: this.arrays.z,
    normalized: this.#normalized,
    inverseDeviations: this.#inverseDeviations,
  });

  /** Gain and shift, for the update by the reference. @param slots of the gain, and of the shift */
  parameters(slots: readonly (readonly FloatArray[])[]): UpdatedParameter[] {
    const { normalization } = this.layer;
    if (!normalization) return [];
    return (['gain', 'shift'] as const).map((name, i) => ({
      values: normalization[name],
      gradient: this.#d[name],
      slots: slots[i]!,
      isWeight: false,
      selection: null,
    }));
  }
}
