import { cellText, isMissing } from './columns';
import { sortFeatures } from './inputs';
import type { CategoryEncoding, Column, EmbeddingEncoding, FeatureEncoding } from './types';

/**
 * What each row chooses: first its index in the table of each embedded column, then of each one-hot column its row among
 * the categories of all of them. A text that the training part does not have chooses nothing.
 * @param columns one a feature
 * @returns (rows, choices), row-major; −1 is none. Undefined where there is nothing to choose
 */
export function encodeChoices(
  columns: readonly Column[],
  features: readonly FeatureEncoding[],
  rows: Uint32Array,
): Int32Array | undefined {
  const { embedded, categories } = sortFeatures(features);
  const choices = [...embedded, ...categories];
  if (choices.length === 0) return undefined;
  const selected = new Int32Array(rows.length * choices.length);
  let nCategories = 0;
  for (const [c, feature] of choices.entries()) {
    const column = columns[features.indexOf(feature)]!;
    const offset = feature.kind === 'one_hot' ? nCategories : 0;
    const indexAt = categoryIndex(column, feature);
    for (let i = 0; i < rows.length; i++) {
      const index = indexAt(rows[i]!);
      selected[i * choices.length + c] = index === undefined ? -1 : offset + index;
    }
    if (feature.kind === 'one_hot') nCategories += feature.categories.length;
  }
  return selected;
}

function categoryIndex(column: Column, { categories, fill }: CategoryEncoding | EmbeddingEncoding) {
  const indexOf = new Map(categories.map((category, index) => [category, index]));
  return (row: number): number | undefined => {
    const text = isMissing(column, row) ? fill : cellText(column, row);
    return text === null ? undefined : indexOf.get(text);
  };
}
