import { cellText, distinctTexts } from './columns';
import { embeddingWidth } from './embeddingWidth';
import { inputNamesOf } from './inputs';
import { type Moments, momentsOf } from './moments';
import type { Roles } from './roles';
import {
  type CategoricalColumn,
  type CategoryEncoding,
  type Column,
  DataError,
  type DataOptions,
  type EmbeddingEncoding,
  type NumericColumn,
  type NumericEncoding,
  type Preprocessing,
  type Scaling,
  type TargetEncoding,
} from './types';

type FitOptions = Pick<DataOptions, 'scaling' | 'missing' | 'categorical' | 'embedding_dim'>;

/**
 * The mapping from columns to inputs.
 * @param rows the training part, and nothing but: figures of the validation part would leak into the model
 * @param classes null for regression
 */
export function fit(
  { target, features, image }: Roles,
  rows: Uint32Array,
  classes: readonly string[] | null,
  options: FitOptions,
): Preprocessing {
  const encodings = features.map(feature =>
    feature.kind === 'numeric' ? fitNumeric(feature, rows, options) : fitChoice(feature, rows, options),
  );
  return {
    task: classes ? 'classification' : 'regression',
    target: classes
      ? { kind: 'classes', name: target.name, classes }
      : fitTarget(target as NumericColumn, rows, options.scaling),
    features: encodings,
    inputNames: inputNamesOf(encodings),
    image,
  };
}

function fitNumeric(column: NumericColumn, rows: Uint32Array, options: FitOptions): NumericEncoding {
  const moments = momentsOf(column, rows);
  if (moments.nPresent === 0) throw emptyColumn(column.name);
  const fill = options.missing === 'impute' ? moments.mean : null;
  const { mean, std, max } = moments;
  return { kind: 'numeric', name: column.name, ...scalings[options.scaling](moments), fill, mean, std, max };
}

/** A constant column is only shifted: to divide by its spread would be 0/0. */
const scalings: Record<Scaling, (moments: Moments) => { shift: number; scale: number }> = {
  standard: ({ mean, std }) => ({ shift: mean, scale: std || 1 }),
  min_max: ({ min, max }) => ({ shift: min, scale: max - min || 1 }),
  unit: () => ({ shift: 0, scale: 255 }),
  none: () => ({ shift: 0, scale: 1 }),
};

/** Targets are standardised whatever the inputs are, so that one learning rate suits prices and percentages alike. */
function fitTarget(column: NumericColumn, rows: Uint32Array, scaling: Scaling): TargetEncoding {
  const { shift, scale } = scalings[scaling === 'none' ? 'none' : 'standard'](momentsOf(column, rows));
  return { kind: 'numeric', name: column.name, shift, scale };
}

function fitChoice(
  column: CategoricalColumn,
  rows: Uint32Array,
  { missing, categorical, embedding_dim }: FitOptions,
): CategoryEncoding | EmbeddingEncoding {
  const categories = distinctTexts(column, rows);
  if (categories.length === 0) throw emptyColumn(column.name);
  const fill = missing === 'impute' ? mostFrequent(column, rows, categories) : null;
  const choice = { name: column.name, categories, fill };
  if (categorical === 'one_hot') return { kind: 'one_hot', ...choice };
  return { kind: 'embedding', ...choice, width: embedding_dim ?? embeddingWidth(categories.length) };
}

/** Of equally frequent categories the first. */
export function mostFrequent(column: Column, rows: Uint32Array, categories: readonly string[]): string {
  const counts = new Map(categories.map(category => [category, 0]));
  for (const row of rows) {
    const text = cellText(column, row);
    const count = counts.get(text);
    if (count !== undefined) counts.set(text, count + 1);
  }
  return categories.reduce((best, other) => (counts.get(other)! > counts.get(best)! ? other : best));
}

function emptyColumn(name: string): DataError {
  const message = `Column "${name}" has no value in the training part. Leave it out: list the others in features.`;
  return new DataError('empty-column', 'data.features', message);
}
