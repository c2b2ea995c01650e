import { type Arena, floats, type Region } from './arena';
import type { BatchPlan } from './batch';
import type { KernelFunction } from './exports';
import type { RowsAt } from './inputTables';
import { type Learned, type LearnedName, reserveLike, viewsOf } from './learned';
import type { LayerPlan, PlacedNetwork } from './network';
import { roundUp, strideBytesOf } from './panels';
import type { WeightUpdate } from './products';
import type { TableTraining } from './tableTraining';

const vectorLength = 4;

/** What training keeps for one layer beside the layer itself. */
export interface GradientPlan {
  /** (rows, columns), rows as far apart as those of the activations: d(loss)/dZ. */
  readonly dz: Region;
  /** Arrays like those that the layer learns: the gradients, then what the optimizer keeps. */
  readonly beside: readonly Learned<Region>[];
}

export function planGradients(arena: Arena, layers: readonly LayerPlan[], nSlots: number): GradientPlan[] {
  return layers.map(layer => ({
    dz: arena.reserve(layer.a.length),
    beside: Array.from({ length: 1 + nSlots }, () => reserveLike(arena, layer)),
  }));
}

/** The chain rule through the layers of a network, and what becomes of the gradients there. */
export class Gradients {
  /** One a layer. */
  readonly dz: readonly Float32Array[];
  /** One a layer: only keeps the gradients of the weights. */
  readonly stores: readonly WeightUpdate[];
  readonly #dx: (Region & RowsAt) | null;

  constructor(
    private readonly network: PlacedNetwork,
    batch: BatchPlan,
    readonly plans: readonly GradientPlan[],
    dx: Region | null,
    readonly tableTraining: readonly TableTraining[],
  ) {
    this.stores = network.products.map(each => each.updateBy('Store'));
    this.#dx = dx && { ...dx, stride: batch.stride };
    this.dz = plans.map(({ dz }) => floats(network.memory, dz));
  }

  get categories(): TableTraining | undefined {
    return this.tableTraining.find(({ isEmbedded }) => !isEmbedded);
  }

  /** Views of the arrays beside the parameters; 0 are the gradients. */
  beside(index: number) {
    return this.plans.map(({ beside }) => viewsOf(this.network.memory, beside[index]!));
  }

  /** dZ of the layer below `l`, from dZ of `l`. */
  below(l: number, nRows: number) {
    const { layers, passes } = this.network;
    const { a, stride, activation, shape } = layers[l - 1]!;
    const { dz, beside } = this.plans[l - 1]!;
    const pass = passes[l - 1]!;
    this.#throughWeights(l, { ...dz, stride }, a, shape.nColumns, nRows, activation === 'relu');
    pass.dropout?.backward(dz.address, nRows);
    pass.activation?.through(dz, nRows);
    pass.normalization?.backward(dz.address, beside[0]!, nRows);
  }

  /** The gradient of what is embedded, if anything is; before the first weights are updated. */
  inputs(nRows: number) {
    if (!this.#dx) return;
    const { nInputs } = this.network.layers[0]!.shape;
    this.#throughWeights(0, this.#dx, this.#dx, roundUp(nInputs, vectorLength), nRows, false);
  }

  /** Gradients of the rows that the batch has chosen. */
  tables(nRows: number) {
    const { address } = this.plans[0]!.dz;
    const { stride } = this.network.layers[0]!;
    for (const table of this.tableTraining)
      table.backward(table.isEmbedded ? this.#dx! : { address, stride }, nRows);
  }

  /** dX = dZ Wᵀ. @param a whose zeros relu has made */
  #throughWeights(l: number, dx: RowsAt, a: Region, nColumns: number, nRows: number, hasRelu: boolean) {
    const { kernels, layers } = this.network;
    const { shape, stride, weights } = layers[l]!;
    const panelStride = strideBytesOf(shape);
    kernels.inputGradient(
      this.plans[l]!.dz.address,
      stride,
      weights.address,
      panelStride,
      shape.nPanels,
      shape.hasTail ? weights.address + shape.nPanels * panelStride : 0,
      dx.address,
      a.address,
      dx.stride,
      nColumns,
      nRows,
      +hasRelu,
    );
  }

  /** @param first which of the arrays beside the weights the kernel sees as its first */
  weights(update: WeightUpdate, l: number, nRows: number, settings: number, first: number) {
    const { weights } = this.network.layers[l]!;
    const { dz, beside } = this.plans[l]!;
    update(
      this.network.inputs.trained[l]!,
      dz,
      nRows,
      settings,
      distance(weights, beside[first]?.weights),
      distance(weights, beside[first + 1]?.weights),
    );
  }

  biases(kernel: KernelFunction, l: number, nRows: number, settings: number, first: number) {
    const { shape, stride, biases } = this.network.layers[l]!;
    const { dz, beside } = this.plans[l]!;
    kernel(
      dz.address,
      stride,
      nRows,
      biases.address,
      shape.nColumns / vectorLength,
      settings,
      distance(biases, beside[first]?.biases),
      distance(biases, beside[first + 1]?.biases),
    );
  }

  /** An update from gradients that were stored; of what there is not, none. */
  update(kernel: KernelFunction, l: number, settings: number, name: LearnedName) {
    const values = this.network.layers[l]![name];
    if (!values) return;
    const { beside } = this.plans[l]!;
    kernel(
      values.address,
      beside[0]![name]!.address,
      Math.ceil(values.length / vectorLength),
      settings,
      distance(values, beside[1]?.[name]),
      distance(values, beside[2]?.[name]),
    );
  }
}

const distance = (from: Region, to: Region | undefined) => (to ? to.address - from.address : 0);
