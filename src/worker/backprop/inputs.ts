import { tokenNames } from '../../data/characters';
import { numberAt } from '../../data/columns';
import { sortFeatures, textOf } from '../../data/inputs';
import { fittedRoles } from '../../data/roles';
import type { Part, Preprocessing } from '../../data/types';
import { countChoices } from '../../engine/examples';
import type { Network } from '../../engine/network';
import type { ChosenRow, ScaledNumber } from './pass';

/** The numbers of a sample as the data has them. */
export function numbersOf(
  { table, rows }: Part,
  preprocessing: Preprocessing,
  index: number,
): ScaledNumber[] {
  const { features } = fittedRoles(table, preprocessing);
  return preprocessing.features.flatMap((encoding, f): ScaledNumber[] => {
    const column = features[f]!;
    if (encoding.kind !== 'numeric' || column.kind !== 'numeric') return [];
    const { name, fill, shift, scale } = encoding;
    const value = numberAt(column, rows[index]!);
    return [{ ...{ name, fill, shift, scale }, value: Number.isNaN(value) ? null : value }];
  });
}

/** Rows that a sample selects: (choices), −1 for none. */
export function selectedRows(part: Part, index: number): Int32Array {
  const nChoices = countChoices(part);
  return (part.selected ?? new Int32Array()).subarray(index * nChoices, (index + 1) * nChoices);
}

/** What a sample selects, by its names. */
export function choicesOf(
  part: Part,
  { features }: Preprocessing,
  { embeddings }: Network,
  index: number,
): ChosenRow[] {
  const rows = selectedRows(part, index);
  const tableOf = embeddings.flatMap(table => new Array<typeof table>(table.nChoices).fill(table));
  return namesOfChoices(features).map(({ name, firstRow, choices }, c) => {
    const row = rows[c]!;
    const { weights, width } = tableOf[c] ?? {};
    const vector = weights && Float32Array.from(weights.subarray(row * width!, (row + 1) * width!));
    return row < 0
      ? { name, choice: null, vector: vector ? new Float32Array(width!) : null }
      : { name, choice: choices[row - firstRow]!, vector: vector ?? null };
  });
}

/** In the order in which `encodeChoices` and `encodeTexts` write them. */
function namesOfChoices(features: Preprocessing['features']) {
  const text = textOf(features);
  if (text) {
    const choices = tokenNames(text.characters);
    return Array.from({ length: text.context }, (_, place) => ({
      name: `t-${text.context - place}`,
      firstRow: text.width === null ? place * choices.length : 0,
      choices,
    }));
  }
  const { embedded, categories } = sortFeatures(features);
  let nRows = 0;
  return [...embedded, ...categories].map(({ kind, name, categories: choices }) => {
    const firstRow = kind === 'one_hot' ? nRows : 0;
    if (kind === 'one_hot') nRows += choices.length;
    return { name, firstRow, choices };
  });
}
