import type { FloatArray } from './array';
import type { Network } from './network';

/** An array of a network by its name. */
export interface NamedArray {
  readonly name: string;
  readonly values: FloatArray;
  readonly shape: readonly number[];
}

export interface Parameter extends NamedArray {
  /** Weight decay is for weights only. */
  readonly isWeight: boolean;
}

/** All that is learned, in order: of the embeddings, then of the first layer, of the second, … */
export function parametersOf({ embeddings, layers }: Network): Parameter[] {
  return [
    ...embeddings.map(({ weights, width }, e) => matrix(`embeddings.${e}.weights`, weights, width)),
    ...layers.flatMap(({ weights, biases, normalization }, l) => [
      matrix(`layers.${l}.weights`, weights, biases.length),
      vector(`layers.${l}.biases`, biases),
      ...(normalization
        ? [vector(`layers.${l}.gain`, normalization.gain), vector(`layers.${l}.shift`, normalization.shift)]
        : []),
    ]),
  ];
}

/** What is not learned but remembered. */
export const buffersOf = ({ layers }: Network): NamedArray[] =>
  layers.flatMap(({ normalization }, l) =>
    normalization?.running
      ? [
          vector(`layers.${l}.mean`, normalization.running.mean),
          vector(`layers.${l}.variance`, normalization.running.variance),
        ]
      : [],
  );

const matrix = (name: string, values: FloatArray, width: number): Parameter => ({
  ...{ name, values, isWeight: true },
  shape: [values.length / width, width],
});

const vector = (name: string, values: FloatArray): Parameter => ({
  ...{ name, values, isWeight: false },
  shape: [values.length],
});

/** The same network in arrays of its own. */
export const copyNetwork = ({ embeddings, layers, categories }: Network): Network => ({
  categories,
  embeddings: embeddings.map(embedding => ({ ...embedding, weights: embedding.weights.slice() })),
  layers: layers.map(layer => ({
    ...layer,
    weights: layer.weights.slice(),
    biases: layer.biases.slice(),
    normalization: layer.normalization && structuredClone(layer.normalization),
  })),
});
