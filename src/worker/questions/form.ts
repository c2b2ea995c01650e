import { z } from 'zod';
import { numberAt } from '../../data/columns';
import { mostFrequent } from '../../data/fit';
import { textOf } from '../../data/inputs';
import { numeric } from '../../data/numbers';
import { fittedRoles } from '../../data/roles';
import type {
  CategoryEncoding,
  Column,
  EmbeddingEncoding,
  NumericColumn,
  NumericEncoding,
  Part,
  Preprocessing,
} from '../../data/types';
import { isBytes } from '../../engine/examples';
import type { Form, FormFeature, ImageForm } from '../../protocol/trial';
import type { Question } from './question';

/** More are not chosen from a list. */
const maxCategories = 300;

/** The training part stays what it is while its model is asked about again and again. */
const known = new WeakMap<Part, Form>();

/** What the inputs of the model are. */
export const form: Question<'form'> = {
  params: z.null(),
  async answer({ part, preprocessing }) {
    const train = await part('train');
    const made = known.get(train) ?? formOf(train, preprocessing);
    known.set(train, made);
    return made;
  },
};

function formOf(train: Part, preprocessing: Preprocessing): Form {
  const text = textOf(preprocessing.features);
  if (text) return { kind: 'text', context: text.context, characters: text.characters };
  const { table, rows, inputs } = train;
  if (preprocessing.image) return imageForm(preprocessing, preprocessing.image, isBytes(inputs));
  const { features } = fittedRoles(table, preprocessing);
  return {
    kind: 'row',
    features: preprocessing.features.flatMap((encoding, i): FormFeature[] => {
      if (encoding.kind === 'text') return [];
      if (encoding.kind === 'numeric') return [numericFeature(encoding, numeric(features[i]!, table), rows)];
      return [categoryFeature(encoding, features[i]!, rows)];
    }),
  };
}

function imageForm(
  { features }: Preprocessing,
  shape: NonNullable<Preprocessing['image']>,
  isByte: boolean,
): ImageForm {
  const pixels = features.filter(feature => feature.kind === 'numeric');
  const max = pixels.reduce((most, pixel) => Math.max(most, pixel.max), 0) || 1;
  const mean = pixels.reduce((sum, pixel) => sum + pixel.mean, 0) / pixels.length;
  return { kind: 'image', ...shape, max, isDarkOnLight: mean > max / 2, isBytes: isByte };
}

function categoryFeature(
  { name, categories, fill }: CategoryEncoding | EmbeddingEncoding,
  column: Column,
  rows: Uint32Array,
): FormFeature {
  return {
    ...{ kind: 'category', name, nCategories: categories.length },
    categories: categories.slice(0, maxCategories),
    mostFrequent: mostFrequent(column, rows, categories),
    mayBeMissing: fill !== null,
  };
}

function numericFeature(
  { name, mean, std, max, fill }: NumericEncoding,
  column: NumericColumn,
  rows: Uint32Array,
): FormFeature {
  let min = Number.POSITIVE_INFINITY;
  let isWhole = true;
  for (const row of rows) {
    const value = numberAt(column, row);
    if (value < min) min = value;
    if (isWhole && !Number.isInteger(value) && !Number.isNaN(value)) isWhole = false;
  }
  return { kind: 'numeric', name, mean, std, min, max, isWhole, mayBeMissing: fill !== null };
}
