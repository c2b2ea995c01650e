import type { ActivationName } from '../activations';
import type { Layer, Network } from '../network';
import type { Random } from '../random';
import { type ActivationPass, activationPass } from './activationPass';
import { type Arena, floats, type Region } from './arena';
import { type BatchPlan, inputRows } from './batch';
import type { KernelExports } from './exports';
import { Finishing } from './finishing';
import { type InputPlan, planInput } from './inputPlan';
import { InputTables, type RowsAt } from './inputTables';
import { type PanelShape, panelShape, rowLength } from './panels';
import { type Products, productsOf } from './products';
import { fillOrders, planSparse, type SparsePlan } from './sparsePlan';

const floatBytes = 4;
const vectorLength = 4;

/** One layer in the memory of a module: where its arrays lie. Activations are row-major, rows `stride` bytes apart. */
export interface DenseLayer {
  readonly shape: PanelShape;
  readonly activation: Layer['activation'];
  /** In panels, or where the layer is sparse in rows. */
  readonly weights: Region;
  /** Where the products with the inputs leave out what is 0; only in the first layer. */
  readonly sparse: SparsePlan | null;
  /** (columns) */
  readonly biases: Region;
  /** Bytes from one row to the next of z, a and dz. */
  readonly stride: number;
  /** (rows, columns): before the activation; the same as `a` where there is none, or where the tiles compute it. */
  readonly z: Region;
  /** (rows, columns) */
  readonly a: Region;
  /** (rows, columns): what the layer above sees in training; the same as `a` without dropout. */
  readonly output: Region;
  /** Whether the sums are complete when their tile is, so that relu may be applied to them there. */
  readonly isComplete: boolean;
}

/** Activations that cost nothing: relu is part of the kernels of the layer, and linear is nothing. */
const inTiles: readonly ActivationName[] = ['relu', 'linear'];

export interface NetworkPlan {
  readonly input: InputPlan;
  readonly layers: readonly DenseLayer[];
}

/**
 * A network in a plan of memory, for at most `nRows` samples at once.
 * @param isSparse whether most of the numbers of the samples are 0
 */
export function planNetwork(arena: Arena, network: Network, nRows: number, isSparse: boolean): NetworkPlan {
  const input = planInput(arena, network, nRows);
  const layers = network.layers.map(({ weights, biases, activation, normalization, dropout }, l) => {
    const nInputs = l === 0 ? input.nInputs : weights.length / biases.length;
    const shape = panelShape(nInputs, biases.length);
    const length = rowLength(shape.nColumns);
    const a = arena.reserve(nRows * length);
    const sparse = l === 0 && isSparse ? planSparse(arena, nInputs, shape.nColumns, nRows) : null;
    return {
      ...{ shape, activation, a, sparse },
      z: activation && !inTiles.includes(activation) ? arena.reserve(nRows * length) : a,
      output: dropout > 0 ? arena.reserve(nRows * length) : a,
      weights: arena.reserve(sparse ? nInputs * sparse.rowLength : shape.length),
      biases: arena.reserve(shape.nColumns),
      stride: length * floatBytes,
      isComplete: !normalization && !(l === 0 && network.categories),
    };
  });
  return { input, layers };
}

/** Runs a network that lies in a module's memory. */
export class DenseNetwork {
  readonly layers: readonly DenseLayer[];
  /** One a layer. */
  readonly products: readonly Products[];
  /** What the weights of each layer are multiplied with in training, and elsewhere. */
  readonly inputs: { readonly trained: readonly RowsAt[]; readonly evaluated: readonly RowsAt[] };
  readonly tables: InputTables;
  readonly finishing: readonly Finishing[];
  /** Views of the layers' arrays. */
  readonly arrays: readonly {
    readonly z: Float32Array;
    readonly a: Float32Array;
    readonly output: Float32Array;
    readonly weights: Float32Array;
    readonly biases: Float32Array;
  }[];

  /** One a layer; null where the tiles have done it. */
  readonly passes: readonly (ActivationPass | null)[];

  /** @param network whose layers say how they are finished; its normalizations are used and updated */
  constructor(
    readonly kernels: KernelExports,
    readonly memory: WebAssembly.Memory,
    readonly plan: NetworkPlan,
    batch: BatchPlan,
    network: Network,
  ) {
    this.layers = plan.layers;
    this.products = plan.layers.map(layer => productsOf(kernels, layer));
    for (const { sparse } of plan.layers) if (sparse) fillOrders(memory, sparse);
    const inputs = inputRows(batch);
    this.inputs = {
      trained: [inputs, ...plan.layers.map(({ output, stride }) => ({ ...output, stride }))],
      evaluated: [inputs, ...plan.layers.map(({ a, stride }) => ({ ...a, stride }))],
    };
    this.tables = new InputTables(kernels, memory, plan.input, inputs);
    this.arrays = plan.layers.map(({ z, a, output, weights, biases }) => ({
      z: floats(memory, z),
      a: floats(memory, a),
      output: floats(memory, output),
      weights: floats(memory, weights),
      biases: floats(memory, biases),
    }));
    this.passes = plan.layers.map(layer => activationPass(this.kernels, memory, layer));
    this.finishing = network.layers.map(
      (layer, l) => new Finishing(layer, this.arrays[l]!, plan.layers[l]!.stride / floatBytes),
    );
  }

  /** Whether a pass is nothing but calls of kernels, which are the same every time. */
  get isInKernels(): boolean {
    const { input, layers } = this.plan;
    const isPlain = ({ a, output, isComplete }: DenseLayer) => output === a && isComplete;
    const areInKernels = this.passes.every(pass => pass?.isInKernels !== false);
    return input.tables.length === 0 && layers.every(isPlain) && areInKernels;
  }

  get outputs(): DenseLayer {
    return this.layers.at(-1)!;
  }

  /**
   * From the samples of the batch to the activations of every layer.
   * @param training what dropout draws from; null where nobody trains
   */
  forward(nRows: number, training: Random | null) {
    this.tables.embed(nRows);
    const inputs = training ? this.inputs.trained : this.inputs.evaluated;
    for (let l = 0; l < this.layers.length; l++) {
      const layer = this.layers[l]!;
      const { a, activation } = layer;
      this.products[l]!.forward(inputs[l]!, nRows, activation === 'relu' && layer.isComplete);
      if (!layer.isComplete) this.#complete(l, nRows, training !== null);
      this.passes[l]?.activate(nRows);
      if (training && layer.output !== a) this.finishing[l]!.dropOut(training, nRows);
    }
  }

  /** What the sums lack when their tiles are done. */
  #complete(l: number, nRows: number, isTraining: boolean) {
    const { z, stride, shape, activation } = this.layers[l]!;
    if (l === 0) this.tables.addCategories({ address: z.address, stride }, nRows);
    this.finishing[l]!.normalize(nRows, isTraining);
    if (activation === 'relu') this.kernels.rectify(z.address, stride, shape.nColumns / vectorLength, nRows);
  }
}
