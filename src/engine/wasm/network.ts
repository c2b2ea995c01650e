import { activations } from '../activations';
import type { Layer } from '../network';
import { type Arena, floats, type Region } from './arena';
import type { KernelExports } from './exports';
import { type PanelShape, panelShape, strideBytesOf } from './panels';

const floatBytes = 4;

/** One layer in the memory of a module: where its arrays lie. Activations are row-major, rows `stride` bytes apart. */
export interface DenseLayer {
  readonly shape: PanelShape;
  readonly activation: Layer['activation'];
  /** In panels. */
  readonly weights: Region;
  /** (columns) */
  readonly biases: Region;
  /** Bytes from one row to the next of z, a and dz. */
  readonly stride: number;
  /** (rows, columns): before the activation; the same as `a` where there is none, or where `a` says enough. */
  readonly z: Region;
  /** (rows, columns) */
  readonly a: Region;
}

/** Strides of a multiple of this fall on few lines of the cache. */
const badStride = 256;

/** Numbers from one row to the next. */
export const rowLength = (nColumns: number) => (nColumns % badStride === 0 ? nColumns + 16 : nColumns);

/** The layers of a network in a plan of memory, for at most `nRows` samples at once. */
export function planLayers(arena: Arena, layers: readonly Layer[], nRows: number): DenseLayer[] {
  return layers.map(({ weights, biases, activation }) => {
    const shape = panelShape(weights.length / biases.length, biases.length);
    const length = rowLength(shape.nColumns);
    const a = arena.reserve(nRows * length);
    return {
      ...{ shape, activation, a },
      z: activation && activation !== 'relu' ? arena.reserve(nRows * length) : a,
      weights: arena.reserve(shape.length),
      biases: arena.reserve(shape.nColumns),
      stride: length * floatBytes,
    };
  });
}

/** Runs layers that lie in a module's memory. */
export class DenseNetwork {
  /** Views of the layers' arrays. */
  readonly arrays: readonly {
    readonly z: Float32Array;
    readonly a: Float32Array;
    readonly weights: Float32Array;
    readonly biases: Float32Array;
  }[];

  constructor(
    readonly kernels: KernelExports,
    readonly memory: WebAssembly.Memory,
    readonly layers: readonly DenseLayer[],
  ) {
    this.arrays = layers.map(({ z, a, weights, biases }) => ({
      z: floats(memory, z),
      a: floats(memory, a),
      weights: floats(memory, weights),
      biases: floats(memory, biases),
    }));
  }

  get outputs(): DenseLayer {
    return this.layers.at(-1)!;
  }

  /** From the samples at address `x` to the activations of every layer. */
  forward(x: number, xStride: number, nRows: number) {
    for (let l = 0; l < this.layers.length; l++) {
      const layer = this.layers[l]!;
      const { shape, stride, z, a, activation } = layer;
      const below = l > 0 ? this.layers[l - 1]! : null;
      this.kernels.forward(
        below ? below.a.address : x,
        below ? below.stride : xStride,
        layer.weights.address,
        strideBytesOf(shape),
        shape.nPanels,
        +shape.hasTail,
        layer.biases.address,
        z.address,
        stride,
        shape.nInputs,
        nRows,
        +(activation === 'relu'),
      );
      if (z !== a) this.#activate(l, nRows);
    }
  }

  /** The activations that no kernel has, by the reference. What fills up the rows is computed as well, and never read. */
  #activate(l: number, nRows: number) {
    const { value } = activations[this.layers[l]!.activation!];
    const { z, a } = this.arrays[l]!;
    const n = (nRows * this.layers[l]!.stride) / floatBytes;
    for (let i = 0; i < n; i++) a[i] = value(z[i]!);
  }
}
