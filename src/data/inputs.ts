import type { Categories, EmbeddingShape } from '../engine/network';
import { tokenNames } from './characters';
import type {
  CategoryEncoding,
  EmbeddingEncoding,
  FeatureEncoding,
  NumericEncoding,
  TextEncoding,
} from './types';

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

/** Of a model of texts, whose only feature it is. */
export const textOf = (features: readonly FeatureEncoding[]): TextEncoding | null =>
  features[0]?.kind === 'text' ? features[0] : null;

export function inputShapeOf(features: readonly FeatureEncoding[]): InputShape {
  const text = textOf(features);
  if (text) return shapeOfText(text);
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

function shapeOfText({ characters, context, width }: TextEncoding): InputShape {
  const size = characters.length + 1;
  return width === null
    ? { nInputs: 0, embeddings: [], categories: { size: context * size, nChoices: context } }
    : { nInputs: 0, embeddings: [{ size, width, nChoices: context }], categories: null };
}

/** Rows of the first weights. */
export function countInputs(features: readonly FeatureEncoding[]): number {
  const { nInputs, embeddings, categories } = inputShapeOf(features);
  const nEmbedded = embeddings.reduce((sum, { width, nChoices }) => sum + width * nChoices, 0);
  return nInputs + nEmbedded + (categories?.size ?? 0);
}

/** One name for each row of the first weights: `petal_width`, `colour[0]`, `colour=red`; `t-1=a` of texts. */
export function inputNamesOf(features: readonly FeatureEncoding[]): string[] {
  const text = textOf(features);
  if (text) return inputNamesOfText(text);
  const { numbers, embedded, categories } = sortFeatures(features);
  return [
    ...numbers.map(({ name }) => name),
    ...embedded.flatMap(({ name, width }) => vectorNames(name, width)),
    ...categories.flatMap(feature => feature.categories.map(category => `${feature.name}=${category}`)),
  ];
}

function inputNamesOfText({ characters, context, width }: TextEncoding): string[] {
  const tokens = tokenNames(characters);
  return Array.from({ length: context }, (_, place) => `t-${context - place}`).flatMap(name =>
    width === null ? tokens.map(token => `${name}=${token}`) : vectorNames(name, width),
  );
}

/** A table of embeddings, with names for its rows and columns. */
export interface NamedTable {
  readonly name: string;
  readonly rowNames: readonly string[];
  readonly columnNames: readonly string[];
}

/** In the order in which the network has them. */
export function tablesOf(features: readonly FeatureEncoding[]): NamedTable[] {
  const text = textOf(features);
  if (text)
    return text.width === null
      ? []
      : [
          {
            name: 'characters',
            rowNames: tokenNames(text.characters),
            columnNames: vectorNames('character', text.width),
          },
        ];
  return sortFeatures(features).embedded.map(({ name, categories, width }) => ({
    name,
    rowNames: categories,
    columnNames: vectorNames(name, width),
  }));
}

/** The numbers of a vector: `colour[0]`, `colour[1]`, … */
const vectorNames = (name: string, width: number): string[] =>
  Array.from({ length: width }, (_, i) => `${name}[${i}]`);
