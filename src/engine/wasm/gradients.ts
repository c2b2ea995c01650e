import { type Arena, floats, type Region } from './arena';
import type { BatchPlan } from './batch';
import type { KernelFunction } from './exports';
import type { DenseLayer, DenseNetwork } from './network';
import { strideBytesOf } from './panels';

const vectorLength = 4;

/** What training keeps for one layer beside the layer itself. */
export interface GradientPlan {
  /** (rows, columns), rows as far apart as those of the activations: d(loss)/dZ. */
  readonly dz: Region;
  /** Arrays like the layer's weights and biases: the gradients, then what the optimizer keeps. */
  readonly beside: readonly { readonly weights: Region; readonly biases: Region }[];
}

export function planGradients(arena: Arena, layers: readonly DenseLayer[], nSlots: number): GradientPlan[] {
  const like = ({ weights, biases }: DenseLayer) => ({
    weights: arena.reserve(weights.length),
    biases: arena.reserve(biases.length),
  });
  return layers.map(layer => ({
    dz: arena.reserve(layer.a.length),
    beside: Array.from({ length: 1 + nSlots }, () => like(layer)),
  }));
}

/** The chain rule through the layers of a network, and what becomes of the gradients there. */
export class Gradients {
  /** One a layer. */
  readonly dz: readonly Float32Array[];

  constructor(
    private readonly network: DenseNetwork,
    private readonly batch: BatchPlan,
    readonly plans: readonly GradientPlan[],
  ) {
    this.dz = plans.map(({ dz }) => floats(network.memory, dz));
  }

  /** Views of the arrays beside the parameters; 0 are the gradients. */
  beside(index: number) {
    return this.plans.map(({ beside }) => ({
      weights: floats(this.network.memory, beside[index]!.weights),
      biases: floats(this.network.memory, beside[index]!.biases),
    }));
  }

  /** dZ of the layer below `l`, from dZ of `l`. */
  below(l: number, nRows: number) {
    const { kernels, layers } = this.network;
    const { shape, stride, weights } = layers[l]!;
    const { a, stride: stride0, activation } = layers[l - 1]!;
    const panelStride = strideBytesOf(shape);
    kernels.inputGradient(
      this.plans[l]!.dz.address,
      stride,
      weights.address,
      panelStride,
      shape.nPanels,
      shape.hasTail ? weights.address + shape.nPanels * panelStride : 0,
      this.plans[l - 1]!.dz.address,
      a.address,
      stride0,
      layers[l - 1]!.shape.nColumns,
      nRows,
      +(activation === 'relu'),
    );
    this.network.passes[l - 1]?.through(this.plans[l - 1]!.dz, nRows);
  }

  /** @param first which of the arrays beside the weights the kernel sees as its first */
  weights(kernel: KernelFunction, l: number, nRows: number, settings: number, first: number) {
    const { shape, stride, weights } = this.network.layers[l]!;
    const below = l > 0 ? this.network.layers[l - 1]! : null;
    const { dz, beside } = this.plans[l]!;
    kernel(
      below ? below.a.address : this.batch.inputs.address,
      below ? below.stride : this.batch.stride,
      dz.address,
      stride,
      nRows,
      weights.address,
      strideBytesOf(shape),
      shape.nPanels,
      +shape.hasTail,
      shape.nInputs,
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

  /** An update of the weights, or of the biases, from gradients that were stored. */
  update(kernel: KernelFunction, l: number, settings: number, name: 'weights' | 'biases' = 'weights') {
    const values = this.network.layers[l]![name];
    const { beside } = this.plans[l]!;
    kernel(
      values.address,
      beside[0]![name].address,
      Math.ceil(values.length / vectorLength),
      settings,
      distance(values, beside[1]?.[name]),
      distance(values, beside[2]?.[name]),
    );
  }
}

const distance = (from: Region, to: Region | undefined) => (to ? to.address - from.address : 0);
