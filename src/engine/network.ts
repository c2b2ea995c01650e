import { type ActivationName, activations } from './activations';
import { type FloatArray, zerosLike } from './array';
import { type DenseParameters, denseBackward, denseForward } from './dense';
import { type InitializerName, initializers } from './initializers';
import type { Random } from './random';

/** One dense layer with the activation that follows it; the last layer has none. */
export interface Layer extends DenseParameters {
  readonly activation: ActivationName | null;
}

export interface Architecture {
  readonly nInputs: number;
  /** Units of each hidden layer; none is logistic (or linear) regression. */
  readonly hiddenSizes: readonly number[];
  /** One a hidden layer. */
  readonly activations: readonly ActivationName[];
  readonly nOutputs: number;
  /** `auto` is what suits each layer's activation. */
  readonly weightInit: 'auto' | InitializerName;
}

/** Scale of the last layer's first weights: small, so that the first loss is that of guessing, ln K. */
const lastLayerScale = 0.1;

/** Layers with random weights and biases of 0. */
export function initNetwork(
  architecture: Architecture,
  random: Random,
  precision: Float32ArrayConstructor | Float64ArrayConstructor = Float32Array,
): Layer[] {
  const sizes = [architecture.nInputs, ...architecture.hiddenSizes, architecture.nOutputs];
  return sizes.slice(1).map((nOutputs, l) => {
    const nInputs = sizes[l]!;
    const activation = architecture.activations[l] ?? null;
    const suited = activation ? activations[activation].weightInit : 'glorot_uniform';
    const draw = initializers[architecture.weightInit === 'auto' ? suited : architecture.weightInit];
    const scale = activation ? 1 : lastLayerScale;
    const weights = new precision(nInputs * nOutputs);
    for (let i = 0; i < weights.length; i++) weights[i] = scale * draw(random, nInputs, nOutputs);
    return { weights, biases: new precision(nOutputs), activation };
  });
}

export const countParameters = ({ nInputs, hiddenSizes, nOutputs }: Architecture): number => {
  const sizes = [nInputs, ...hiddenSizes, nOutputs];
  return sizes.slice(1).reduce((total, size, l) => total + (sizes[l]! + 1) * size, 0);
};

/** Arrays of one forward and backward pass, allocated once for the largest batch. */
export interface Workspace {
  /** One a layer, (batch, outputs): before the activation. */
  readonly z: readonly FloatArray[];
  /** One a layer, (batch, outputs): after it; the same array as `z` where there is none. */
  readonly a: readonly FloatArray[];
  /** One a layer, (batch, outputs): d(loss)/dZ. */
  readonly dz: readonly FloatArray[];
  /** One a layer: gradients of its parameters. */
  readonly d: readonly DenseParameters[];
}

export function createWorkspace(layers: readonly Layer[], nRows: number): Workspace {
  const rows = ({ biases }: Layer) => zerosLike(biases, nRows * biases.length);
  const z = layers.map(rows);
  return {
    z,
    a: layers.map((layer, l) => (layer.activation ? rows(layer) : z[l]!)),
    dz: layers.map(rows),
    d: layers.map(({ weights, biases }) => ({ weights: zerosLike(weights), biases: zerosLike(biases) })),
  };
}

/**
 * Outputs of the last layer: logits, or the predicted value.
 * @param inputs (batch, inputs), row-major
 * @returns (batch, outputs), owned by the workspace and overwritten by the next call
 */
export function forward(layers: readonly Layer[], workspace: Workspace, inputs: FloatArray, nRows: number) {
  let x = inputs;
  for (const [l, layer] of layers.entries()) {
    const z = workspace.z[l]!;
    const a = workspace.a[l]!;
    denseForward(z, x, layer, nRows);
    if (layer.activation) {
      const { value } = activations[layer.activation];
      const n = nRows * layer.biases.length;
      for (let i = 0; i < n; i++) a[i] = value(z[i]!);
    }
    x = a;
  }
  return x;
}

/**
 * Gradients of every parameter into `workspace.d`, by the chain rule from the last layer to the first.
 * The last `workspace.dz` holds d(loss)/d(outputs) already; `forward` has just run on the same inputs.
 */
export function backward(layers: readonly Layer[], workspace: Workspace, inputs: FloatArray, nRows: number) {
  for (let l = layers.length - 1; l >= 0; l--) {
    const below = l > 0 ? layers[l - 1]! : null;
    const x = below ? workspace.a[l - 1]! : inputs;
    const dx = below ? workspace.dz[l - 1]! : null;
    denseBackward(dx, workspace.d[l]!, workspace.dz[l]!, x, layers[l]!, nRows);
    if (!below?.activation || !dx) continue;
    const { derivative } = activations[below.activation];
    const z = workspace.z[l - 1]!;
    const n = nRows * below.biases.length;
    // dA becomes dZ in place: dZ = dA ⊙ f′(Z).
    for (let i = 0; i < n; i++) dx[i]! *= derivative(z[i]!, x[i]!);
  }
}
