import type { Random } from '../engine/random';
import { isPlainText } from '../fileFormats';
import { boundary, charactersOf, countCharacters, tokenNames } from './characters';
import { cellError, cellText, columnsNamed } from './columns';
import { embeddingWidth } from './embeddingWidth';
import { hasTooManyCategories } from './identifiers';
import { inputNamesOf } from './inputs';
import { tooLarge } from './memory';
import { listed } from './names';
import { fittedRoles, type Roles } from './roles';
import { type SplitRows, splitRows } from './split';
import { maxClasses } from './task';
import {
  type CategoricalColumn,
  type Column,
  DataError,
  type DataOptions,
  type Part,
  type Preprocessing,
  type Table,
  type TextEncoding,
} from './types';

/** The column of texts is what is predicted, and what it is predicted from. */
export function textRoles(table: Table, { target }: Pick<DataOptions, 'target'>): Roles {
  const name = isPlainText(table.origin.path) ? table.target : (target ?? table.target);
  if (name === undefined) {
    const names = table.columns.map(column => column.name);
    const message = `Name the column of texts as the target. There are: ${listed(names)}.`;
    throw new DataError('no-target', 'data.target', message);
  }
  const [column] = columnsNamed(table, [name], 'data.target') as [Column];
  if (column.kind === 'numeric') {
    const message = `Column "${name}" holds numbers, and data.text needs texts. Choose another target, or remove data.text.`;
    throw new DataError('text-of-numbers', 'data.target', message);
  }
  return { target: column, features: [column], image: null };
}

/**
 * Divides whole texts. One with a character that no text for training has goes to training as well: what was never
 * seen cannot be predicted.
 */
export function splitTexts(
  column: CategoricalColumn,
  rows: Uint32Array,
  fraction: number,
  random: Random,
): SplitRows {
  const { train, validation } = splitRows(rows, null, fraction, random);
  const known = new Set(alphabetOf(column, train));
  const isKnown = (row: number) => alphabetOf(column, Uint32Array.of(row)).every(each => known.has(each));
  const kept = validation.filter(isKnown);
  if (kept.length === validation.length) return { train, validation };
  if (kept.length === 0) {
    const message =
      'Every text drawn for validation has a character that no other text has. Raise validation_fraction, or set it to 0.';
    throw new DataError('empty-split', 'data.validation_fraction', message);
  }
  const moved = validation.filter(row => !isKnown(row));
  return { train: Uint32Array.from([...train, ...moved]).sort(), validation: kept };
}

/**
 * The mapping from texts to tokens.
 * @param rows the training part, and nothing but
 */
export function fitTexts(
  table: Table,
  column: CategoricalColumn,
  rows: Uint32Array,
  { text, categorical, embedding_dim }: Pick<DataOptions, 'text' | 'categorical' | 'embedding_dim'>,
): Preprocessing {
  const characters = alphabetOf(column, rows);
  const classes = tokenNames(characters);
  if (hasTooManyCategories(classes.length, countSamples(column, rows), maxClasses)) {
    const { key, path } = table.origin;
    const message = `${path} has ${characters.length} different characters in ${countSamples(column, rows)}, too many to learn. Give it more text, or one of a smaller alphabet (at most ${maxClasses}).`;
    throw new DataError('too-many-characters', key, message);
  }
  const width = categorical === 'one_hot' ? null : (embedding_dim ?? embeddingWidth(classes.length));
  const { context } = text!;
  const features: TextEncoding[] = [{ kind: 'text', name: column.name, characters, context, width }];
  return {
    ...{ task: 'classification', target: { kind: 'classes', name: column.name, classes } },
    ...{ features, inputNames: inputNamesOf(features), image: null },
  };
}

/** Different characters, by code point. */
function alphabetOf(column: CategoricalColumn, rows: Uint32Array): string[] {
  const characters = new Set<string>();
  for (const row of rows)
    for (const character of charactersOf(cellText(column, row))) characters.add(character);
  return [...characters].sort((a, b) => a.codePointAt(0)! - b.codePointAt(0)!);
}

/** One for each character, and one for the end of each text. */
function countSamples(column: CategoricalColumn, rows: Uint32Array): number {
  let n = rows.length;
  for (const row of rows) n += countCharacters(cellText(column, row));
  return n;
}

/** The samples of each text follow one another, and `rows` says of which text each is. */
export function encodeTexts(
  table: Table,
  rows: Uint32Array,
  preprocessing: Preprocessing,
  { characters, context, width }: TextEncoding,
): Part {
  const column = fittedRoles(table, preprocessing).target as CategoricalColumn;
  const nSamples = countSamples(column, rows);
  const samples = {
    rows: new Uint32Array(nSamples),
    selected: new Int32Array(nSamples * context),
    targets: new Int32Array(nSamples),
  };
  const tokenOf = new Map(characters.map((character, i) => [character, i + 1]));
  const nTokens = characters.length + 1;
  const before = new Int32Array(context);
  let sample = 0;
  const add = (row: number, token: number) => {
    // One table for all places, or rows of its own for each.
    for (let place = 0; place < context; place++)
      samples.selected[sample * context + place] = before[place]! + (width === null ? place * nTokens : 0);
    samples.rows[sample] = row;
    samples.targets[sample++] = token;
    before.copyWithin(0, 1);
    before[context - 1] = token;
  };
  for (const row of rows) {
    before.fill(boundary.token);
    for (const character of charactersOf(cellText(column, row)))
      add(row, tokenOf.get(character) ?? unknown(table, row, column.name, character));
    add(row, boundary.token);
  }
  return { table, inputs: new Float32Array(), ...samples };
}

function unknown(table: Table, row: number, column: string, character: string): never {
  const message = `“${character}” is no character of the texts that were trained on.`;
  throw cellError(table, row, column, 'unseen-character', message);
}

/** Refuses texts whose samples would not fit: their row, their choices and their target. */
export function checkSamples(
  table: Table,
  rows: Uint32Array,
  preprocessing: Preprocessing,
  { context }: TextEncoding,
  limitBytes: number,
) {
  const nSamples = countSamples(fittedRoles(table, preprocessing).target as CategoricalColumn, rows);
  const neededBytes = 4 * nSamples * (context + 2);
  if (neededBytes <= limitBytes) return;
  const need = `${nSamples.toLocaleString('en')} characters with a context of ${context} need`;
  throw tooLarge(table.origin.key, need, neededBytes, limitBytes, 'Use fewer texts, or a smaller context.');
}
