import type { ActivationName } from '../activations';
import type { Layer, Network } from '../network';
import { type ActivationPass, activationPass } from './activationPass';
import { type Arena, floats, type Region } from './arena';
import { type BatchPlan, inputRows } from './batch';
import { type DropoutPass, type DropoutPlan, dropoutPass, planDropout } from './dropoutPass';
import type { KernelExports } from './exports';
import { type InputPlan, planInput } from './inputPlan';
import { InputTables, type RowsAt } from './inputTables';
import { type Learned, viewsOf } from './learned';
import {
  type NormalizationPass,
  type NormalizationPlan,
  normalizationPass,
  planNormalization,
} from './normalizationPass';
import { type PanelShape, panelShape, rowLength } from './panels';
import { type Products, productsOf } from './products';
import { fillOrders, planSparse, type SparsePlan } from './sparsePlan';

const floatBytes = 4;
const vectorLength = 4;

/** One layer in the memory of a module: where its arrays lie. Activations are row-major, rows `stride` bytes apart. */
export interface LayerPlan extends Learned<Region> {
  readonly shape: PanelShape;
  readonly activation: Layer['activation'];
  /** In panels, or where the layer is sparse in rows; the other arrays that are learned are (columns). */
  readonly weights: Region;
  /** Where the products with the inputs leave out what is 0; only in the first layer. */
  readonly sparse: SparsePlan | null;
  /** Bytes from one row to the next of z, a and dz. */
  readonly stride: number;
  /** (rows, columns): before the activation; the same as `a` where there is none, or where the tiles compute it. */
  readonly z: Region;
  /** (rows, columns) */
  readonly a: Region;
  /** (rows, columns): what the layer above sees in training; the same as `a` without dropout. */
  readonly output: Region;
  readonly normalization: NormalizationPlan | null;
  readonly dropout: DropoutPlan | null;
  /** Whether the sums are complete when their tile is, so that relu may be applied to them there. */
  readonly isComplete: boolean;
}

/** Activations that cost nothing: relu is part of the kernels of the layer, and linear is nothing. */
const inTiles: readonly ActivationName[] = ['relu', 'linear'];

export interface NetworkPlan {
  readonly input: InputPlan;
  readonly layers: readonly LayerPlan[];
  /** The four words of the generator of dropout. */
  readonly generator: Region;
}

/**
 * A network in a plan of memory, for at most `nRows` samples at once.
 * @param isSparse whether most of the numbers of the samples are 0
 */
export function planNetwork(arena: Arena, network: Network, nRows: number, isSparse: boolean): NetworkPlan {
  const input = planInput(arena, network, nRows);
  const generator = arena.reserve(4);
  const layers = network.layers.map(({ weights, biases, activation, normalization, dropout }, l) => {
    const nInputs = l === 0 ? input.nInputs : weights.length / biases.length;
    const shape = panelShape(nInputs, biases.length);
    const length = rowLength(shape.nColumns);
    const a = arena.reserve(nRows * length);
    const z = activation && !inTiles.includes(activation) ? arena.reserve(nRows * length) : a;
    const normalizationPlan = normalization && planNormalization(arena, normalization, shape, z, nRows);
    const dropoutPlan = dropout > 0 ? planDropout(arena, dropout, a.length, generator) : null;
    const sparse = l === 0 && isSparse ? planSparse(arena, nInputs, shape.nColumns, nRows) : null;
    return {
      ...{ shape, activation, a, z, sparse },
      normalization: normalizationPlan,
      ...(normalizationPlan && { gain: normalizationPlan.gain, shift: normalizationPlan.shift }),
      dropout: dropoutPlan,
      output: dropoutPlan?.dropped ?? a,
      weights: arena.reserve(sparse ? nInputs * sparse.rowLength : shape.length),
      biases: arena.reserve(shape.nColumns),
      stride: length * floatBytes,
      isComplete: !normalization && !(l === 0 && network.categories),
    };
  });
  return { input, layers, generator };
}

/** Runs a network that lies in a module's memory. */
export class PlacedNetwork {
  readonly layers: readonly LayerPlan[];
  /** One a layer. */
  readonly products: readonly Products[];
  /** What the weights of each layer are multiplied with in training, and elsewhere. */
  readonly inputs: { readonly trained: readonly RowsAt[]; readonly evaluated: readonly RowsAt[] };
  readonly tables: InputTables;
  /** Views of what the layers learn, and of their activations. */
  readonly arrays: readonly (Learned<Float32Array> & { readonly a: Float32Array })[];

  /** What is done to the sums of each layer after its tiles; null where nothing is left to do. */
  readonly passes: readonly {
    readonly normalization: NormalizationPass | null;
    readonly activation: ActivationPass | null;
    readonly dropout: DropoutPass | null;
  }[];

  constructor(
    readonly kernels: KernelExports,
    readonly memory: WebAssembly.Memory,
    readonly plan: NetworkPlan,
    batch: BatchPlan,
  ) {
    this.layers = plan.layers;
    this.products = plan.layers.map(layer => productsOf(kernels, layer));
    for (const { sparse } of plan.layers) if (sparse) fillOrders(memory, sparse);
    const inputs = inputRows(batch);
    this.inputs = {
      trained: [inputs, ...plan.layers.map(({ output, stride }) => ({ ...output, stride }))],
      evaluated: [inputs, ...plan.layers.map(({ a, stride }) => ({ ...a, stride }))],
    };
    this.tables = new InputTables(kernels, plan.input, inputs);
    this.arrays = plan.layers.map(layer => ({ ...viewsOf(memory, layer), a: floats(memory, layer.a) }));
    this.passes = plan.layers.map(layer => ({
      normalization: normalizationPass(kernels, memory, layer),
      activation: activationPass(kernels, memory, layer),
      dropout: dropoutPass(kernels, layer),
    }));
  }

  /** Whether a pass is nothing but calls of kernels, which are the same every time. */
  get isInKernels(): boolean {
    return this.passes.every(({ activation }) => activation?.isInKernels !== false);
  }

  get outputs(): LayerPlan {
    return this.layers.at(-1)!;
  }

  /** From the samples of the batch to the activations of every layer. */
  forward(nRows: number, isTraining: boolean) {
    this.tables.embed(nRows);
    const inputs = isTraining ? this.inputs.trained : this.inputs.evaluated;
    for (let l = 0; l < this.layers.length; l++) {
      const layer = this.layers[l]!;
      const { activation } = layer;
      this.products[l]!.forward(inputs[l]!, nRows, activation === 'relu' && layer.isComplete);
      if (!layer.isComplete) this.#complete(l, nRows, isTraining);
      this.passes[l]!.activation?.activate(nRows);
      if (isTraining) this.passes[l]!.dropout?.forward(nRows);
    }
  }

  /** What the sums lack when their tiles are done. */
  #complete(l: number, nRows: number, isTraining: boolean) {
    const { z, stride, shape, activation } = this.layers[l]!;
    if (l === 0) this.tables.addCategories({ address: z.address, stride }, nRows);
    this.passes[l]!.normalization?.forward(nRows, isTraining);
    if (activation === 'relu') this.kernels.rectify(z.address, stride, shape.nColumns / vectorLength, nRows);
  }
}
