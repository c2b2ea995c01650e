import type { Categories, EmbeddingShape } from '../engine/network';
import type { CategoryEncoding, EmbeddingEncoding, FeatureEncoding, NumericEncoding } from './types';

/** What a model gets of each sample. */
export interface InputShape {
  readonly nInputs: number;
  readonly embeddings: readonly EmbeddingShape[];
  readonly categories: Categories | null;
}

interface Sorted {
  readonly numbers: readonly NumericEncoding[];
  readonly embedded: readonly EmbeddingEncoding[];
  readonly categories: readonly CategoryEncoding[];
}

/** Features by what becomes of them, each kind in the order of the columns: numbers, embedded choices, categories. */
export function sortFeatures(features: readonly FeatureEncoding[]): Sorted {
  return {
    numbers: features.filter(feature => feature.kind === 'numeric'),
    embedded: features.filter(feature => feature.kind === 'embedding'),
    categories: features.filter(feature => feature.kind === 'one_hot'),
  };
}

export function inputShapeOf(features: readonly FeatureEncoding[]): InputShape {
  const { numbers, embedded, categories } = sortFeatures(features);
  const size = categories.reduce((sum, feature) => sum + feature.categories.length, 0);
  return {
    nInputs: numbers.length,
    embeddings: embedded.map(feature => ({
      size: feature.categories.length,
      width: feature.width,
      nChoices: 1,
    })),
    categories: size > 0 ? { size, nChoices: categories.length } : null,
  };
}

/** One name for each row of the first weights: `petal_width`, `colour[0]`, `colour=red`. */
export function inputNamesOf(features: readonly FeatureEncoding[]): string[] {
  const { numbers, embedded, categories } = sortFeatures(features);
  return [
    ...numbers.map(({ name }) => name),
    ...embedded.flatMap(vectorNames),
    ...categories.flatMap(feature => feature.categories.map(category => `${feature.name}=${category}`)),
  ];
}

/** The numbers of an embedded column: `colour[0]`, `colour[1]`, … */
export const vectorNames = ({ name, width }: Pick<EmbeddingEncoding, 'name' | 'width'>): string[] =>
  Array.from({ length: width }, (_, i) => `${name}[${i}]`);
