import type { Region } from './arena';
import type { FusedName, KernelExports } from './exports';
import type { RowsAt } from './inputTables';
import type { LayerPlan } from './network';
import { strideBytesOf } from './panels';
import type { SparsePlan } from './sparsePlan';

const floatBytes = 4;
const vectorLength = 4;

/**
 * An update of W from dW = Xᵀ dZ, for the X that `forward` has seen last.
 * @param settings address of what the optimizer reads
 * @param slot0    distance of its first array from the weights, and so on
 */
export type WeightUpdate = (
  x: RowsAt,
  dz: Region,
  nRows: number,
  settings: number,
  slot0: number,
  slot1: number,
) => void;

/** The products of a layer's inputs with its weights, and with the gradient of its sums: who computes them knows how the weights lie. */
export interface Products {
  /** Z = X W + b. @param hasRelu whether relu follows at once */
  forward(x: RowsAt, nRows: number, hasRelu: boolean): void;
  updateBy(optimizer: FusedName): WeightUpdate;
}

export const productsOf = (kernels: KernelExports, layer: LayerPlan): Products =>
  layer.sparse ? sparseProducts(kernels, layer, layer.sparse) : denseProducts(kernels, layer);

/** Weights in panels. */
const denseProducts = (
  kernels: KernelExports,
  { shape, weights, biases, z, stride }: LayerPlan,
): Products => ({
  forward(x, nRows, hasRelu) {
    kernels.forward(
      x.address,
      x.stride,
      weights.address,
      strideBytesOf(shape),
      shape.nPanels,
      +shape.hasTail,
      biases.address,
      z.address,
      stride,
      shape.nInputs,
      nRows,
      +hasRelu,
    );
  },
  updateBy(optimizer) {
    const update = kernels[`weights${optimizer}`];
    return (x, dz, nRows, settings, slot0, slot1) =>
      update(
        x.address,
        x.stride,
        dz.address,
        stride,
        nRows,
        weights.address,
        strideBytesOf(shape),
        shape.nPanels,
        +shape.hasTail,
        shape.nInputs,
        settings,
        slot0,
        slot1,
      );
  },
});

/** Weights in rows, of which each entry of the inputs takes one: nothing is done for what is 0. */
const sparseProducts = (
  kernels: KernelExports,
  { shape: { nInputs, nColumns }, weights, biases, z, stride }: LayerPlan,
  { rowLength, entries, entryStride, counts, lists, listStride, ends, orders }: SparsePlan,
): Products => ({
  forward(x, nRows, hasRelu) {
    kernels.listEntries(
      x.address,
      x.stride,
      nInputs,
      nRows,
      entries.address,
      entryStride,
      counts.address,
      orders.address,
    );
    kernels.sparseForward(
      entries.address,
      entryStride,
      counts.address,
      weights.address,
      rowLength * floatBytes,
      biases.address,
      z.address,
      stride,
      nRows,
      +hasRelu,
      nColumns / vectorLength,
    );
  },
  updateBy(optimizer) {
    const update = kernels[`sparseWeights${optimizer}`];
    return (_x, dz, nRows, settings, slot0, slot1) => {
      kernels.listColumns(
        entries.address,
        entryStride,
        counts.address,
        nRows,
        stride,
        lists.address,
        listStride,
        ends.address,
        nInputs,
      );
      update(
        lists.address,
        listStride,
        ends.address,
        dz.address,
        weights.address,
        rowLength * floatBytes,
        nInputs,
        settings,
        slot0,
        slot1,
        nColumns / vectorLength,
      );
    };
  },
});
