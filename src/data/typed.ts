import { charactersOf } from './characters';
import { encode } from './encode';
import { isMissingText, parseNumber } from './formats/cells';
import type {
  CategoricalColumn,
  Column,
  FeatureEncoding,
  Part,
  Preprocessing,
  Table,
  TargetEncoding,
} from './types';

/** What a cell that a person typed stands for. */
export type TypedNote =
  | { readonly code: 'notNumber' | 'missing'; readonly detail: string }
  /** No fault: the cell is taken as `detail`, or as none of the categories. */
  | { readonly code: 'imputed' | 'unknownCategory'; readonly detail: string };

/** What has to be said about a cell; null of one that is as those of the training part. */
export function noteOf(feature: FeatureEncoding, typed: string): TypedNote | null {
  if (feature.kind === 'text') return null;
  const text = typed.trim();
  if (isMissingText(text)) {
    const { fill } = feature;
    return fill === null ? { code: 'missing', detail: text } : { code: 'imputed', detail: String(fill) };
  }
  if (feature.kind !== 'numeric')
    return feature.categories.includes(text) ? null : { code: 'unknownCategory', detail: text };
  return Number.isNaN(parseNumber(text, '.')) ? { code: 'notNumber', detail: text } : null;
}

/** One sample from cells as texts, one a feature, just as from a file with this row. */
export function encodeCells(cells: readonly string[], preprocessing: Preprocessing): Part {
  const { features } = preprocessing;
  return encodeRow(
    features.map((feature, i) => columnOf(feature, (cells[i] ?? '').trim())),
    preprocessing,
  );
}

function columnOf(feature: FeatureEncoding, text: string): Column {
  const { name } = feature;
  if (feature.kind === 'numeric')
    return { kind: 'numeric', name, values: Float64Array.of(parseNumber(text, '.')), offset: 0, stride: 1 };
  return oneText(name, isMissingText(text) ? null : text);
}

const oneText = (name: string, text: string | null): CategoricalColumn => ({
  ...{ kind: 'categorical', name },
  codes: Int32Array.of(text === null ? -1 : 0),
  categories: text === null ? [] : [text],
});

/**
 * One sample from pixels in original units.
 * @param asBytes as from a file of images, whose pixels are whole numbers in 0 … 255
 */
export function encodePixels(
  pixels: readonly number[],
  preprocessing: Preprocessing,
  asBytes: boolean,
): Part {
  const { features } = preprocessing;
  const values = asBytes ? bytesOf(pixels) : Float64Array.from(pixels);
  const stride = values.length;
  return encodeRow(
    features.map(({ name }, offset) => ({ kind: 'numeric', name, values, offset, stride })),
    preprocessing,
  );
}

const bytesOf = (pixels: readonly number[]) => new Uint8Array(Uint8ClampedArray.from(pixels).buffer);

function encodeRow(features: readonly Column[], preprocessing: Preprocessing): Part {
  const columns = [targetColumn(preprocessing.target), ...features];
  return encode(tableOf(columns), Uint32Array.of(0), preprocessing);
}

/** Anything that the mapping takes: nobody knows the true one. */
const targetColumn = (target: TargetEncoding): Column =>
  target.kind === 'classes'
    ? oneText(target.name, target.classes[0]!)
    : { kind: 'numeric', name: target.name, values: Float64Array.of(target.shift), offset: 0, stride: 1 };

const tableOf = (columns: readonly Column[]): Table => ({
  origin: { key: 'data.path', path: 'what was typed' },
  nRows: 1,
  columns,
});

/** A sample for each character of a text, and last the one for what comes after it. */
export const encodeText = (text: string, preprocessing: Preprocessing): Part =>
  encode(tableOf([oneText(preprocessing.target.name, text)]), Uint32Array.of(0), preprocessing);

/** Those that the model does not know. */
export function unknownCharacters(text: string, known: readonly string[]): string[] {
  const all = new Set(known);
  return [...new Set(charactersOf(text))].filter(character => !all.has(character));
}
