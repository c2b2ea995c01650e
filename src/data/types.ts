import type { Bytes } from '../engine/examples';

/** The `data` part of a configuration, as the readers need it; keys are spelled as in the file. */
export interface DataOptions {
  readonly path?: string | undefined;
  readonly builtin?: string | undefined;
  readonly generator?: string | undefined;
  readonly samples?: number | undefined;
  readonly noise?: number | undefined;
  readonly labels_path?: string | undefined;
  readonly target?: string | undefined;
  readonly features?: readonly string[] | undefined;
  readonly task?: Task | undefined;
  readonly image?: ImageShape | undefined;
  readonly missing: Missing;
  readonly scaling: Scaling;
  readonly categorical: Categorical;
  /** Predicts each character of texts from those before it. */
  readonly text?: { readonly context: number } | undefined;
  readonly embedding_dim?: number | undefined;
  readonly validation_fraction: number;
  readonly validation_path?: string | undefined;
  readonly test_path?: string | undefined;
  readonly stratify: boolean;
}

export type Task = 'classification' | 'regression';
export type Scaling = 'standard' | 'min_max' | 'unit' | 'none';
export type Categorical = 'one_hot' | 'embedding';
export type Missing = 'error' | 'impute' | 'drop_row';
export interface ImageShape {
  readonly width: number;
  readonly height: number;
}

/** Where the bytes come from; the worker resolves paths, checks that they may be read, and unpacks .gz. */
export interface DataSource {
  /** @param path as written in the configuration */
  read(path: string): Promise<Uint8Array>;
  /** A file that ships with Descent, for example `digits/digits.csv`. */
  readExample(path: string): Promise<Uint8Array>;
  /** What may be allocated for the data. */
  readonly memoryBudgetBytes: number;
}

/** Where a table came from, for messages: the configuration key and what stands there. */
export interface Origin {
  readonly key: `data.${string}`;
  readonly path: string;
}

/** One column of a table: a strided view, so that the pixels of an image file are columns without a copy. */
export type Column = NumericColumn | CategoricalColumn;

export interface NumericColumn {
  readonly kind: 'numeric';
  readonly name: string;
  /** Row i is `values[offset + i * stride]`; NaN is a missing cell. */
  readonly values: Float64Array | Float32Array | Uint8Array;
  readonly offset: number;
  readonly stride: number;
  /** Row → text of the cells that are no numbers, in a column where most are; they count as missing. */
  readonly strays?: ReadonlyMap<number, string>;
}

export interface CategoricalColumn {
  readonly kind: 'categorical';
  readonly name: string;
  /** (rows), index into `categories`; −1 is a missing cell. */
  readonly codes: Int32Array;
  /** Distinct texts in order of first appearance. */
  readonly categories: readonly string[];
}

/** What a reader makes of a file: columns of equal length, in the file's own units. */
export interface Table {
  readonly origin: Origin;
  readonly nRows: number;
  readonly columns: readonly Column[];
  /** (rows), 1-based line of the source file where the row begins; undefined where a row has no line. */
  readonly lines?: Uint32Array;
  /** What the file itself knows: the name of its label column and the shape of its images. */
  readonly target?: string;
  readonly image?: ImageShape;
  /** Where the labels come from, when they lie in a file of their own. */
  readonly labelsPath?: string;
}

/** The exact mapping from a table's columns to the model's inputs and back; plain JSON, stored with the run. */
export interface Preprocessing {
  readonly task: Task;
  readonly target: TargetEncoding;
  readonly features: readonly FeatureEncoding[];
  /** Names of the rows of the first weights: numbers, then embedded numbers, then categories. */
  readonly inputNames: readonly string[];
  readonly image: ImageShape | null;
}

/** input = (cell − shift) / scale; a missing cell becomes `fill` first, when imputed. */
export interface NumericEncoding {
  readonly kind: 'numeric';
  readonly name: string;
  readonly shift: number;
  readonly scale: number;
  readonly fill: number | null;
  /** Mean, standard deviation and largest cell of the training part, in original units: what a row is shown against. */
  readonly mean: number;
  readonly std: number;
  readonly max: number;
}

/** A choice among the categories of the training part; another text chooses none of them. */
export interface CategoryEncoding {
  readonly kind: 'one_hot';
  readonly name: string;
  readonly categories: readonly string[];
  readonly fill: string | null;
}

/** Such a choice that becomes a vector of learned numbers. */
export interface EmbeddingEncoding extends Omit<CategoryEncoding, 'kind'> {
  readonly kind: 'embedding';
  /** Numbers of each vector. */
  readonly width: number;
}

/**
 * The characters before the one that is to be predicted, each a choice among the tokens: the boundary of a text, then the
 * characters of the training part. It is the only feature, and its column is the target too.
 */
export interface TextEncoding {
  readonly kind: 'text';
  readonly name: string;
  /** By code point, ascending; each is one. */
  readonly characters: readonly string[];
  /** How many characters before, the oldest first; boundaries where there are none. */
  readonly context: number;
  /** Numbers of each token, the same for every place; null where each place has rows of weights of its own. */
  readonly width: number | null;
}

export type FeatureEncoding = NumericEncoding | CategoryEncoding | EmbeddingEncoding | TextEncoding;

export type TargetEncoding =
  | { readonly kind: 'classes'; readonly name: string; readonly classes: readonly string[] }
  | { readonly kind: 'numeric'; readonly name: string; readonly shift: number; readonly scale: number };

/** One cell of a row, for display. */
export interface Cell {
  readonly name: string;
  /** In original units, as `cellText` writes it. */
  readonly text: string;
  /** Standard deviations from the training part's mean; null for a category or a missing cell. */
  readonly deviation: number | null;
}

/** A text around the character that is to be predicted, cut where it is long. */
export interface TextPlace {
  /** Further back than the model sees. */
  readonly before: string;
  /** The characters that the model sees: fewer than its context at the beginning of a text. */
  readonly seen: string;
  /** Empty at the end of the text. */
  readonly character: string;
  readonly after: string;
}

/** Encoded samples, ready for the engine. */
export interface Part {
  /** Which table the rows are of. */
  readonly table: Table;
  /** (samples), 0-based rows of that table, ascending; a text is the row of many samples, its places in order. */
  readonly rows: Uint32Array;
  /** (samples, numbers), row-major: scaled, or bytes that are scaled batch by batch. */
  readonly inputs: Float32Array | Bytes;
  /** (samples, choices), row-major, as the engine's `Examples` have them. */
  readonly selected?: Int32Array | undefined;
  /** (samples), class index for classification, scaled target for regression. */
  readonly targets: Int32Array | Float32Array;
}

export type Split = 'train' | 'validation' | 'test';

export interface Dataset {
  readonly preprocessing: Preprocessing;
  readonly train: Part;
  /** Absent with `validation_fraction: 0`. */
  readonly validation: Part | null;
  readonly test: Part | null;
  /** SHA-256 of the bytes that were read, hexadecimal; of its options and seed for a generator. */
  readonly fingerprint: string;
}

/** Something in the data that a person must mend; `key` is the configuration key to look at. */
export class DataError extends Error {
  constructor(
    readonly code: string,
    readonly key: 'data' | `${'data' | 'model' | 'training'}.${string}`,
    message: string,
    /** Where in the data file, when a place can be named: its path as configured, its line from 1, the column's name. */
    readonly at?: { readonly path: string; readonly line?: number; readonly column?: string },
  ) {
    super(message);
    this.name = 'DataError';
  }
}
