/** One sample on its way through the network and back, as steps that a person reads: formulas with their numbers. */
import type { Split } from '../data/types';
import type { Picture } from './samples';

/** The pass is that of training with a batch of this one sample, with nothing dropped out and batch_norm's running figures. */
export interface Backprop {
  readonly epoch: number;
  readonly split: Split;
  readonly index: number;
  readonly nSamples: number;
  /** 0-based row of the data, and its 1-based line where it has one. */
  readonly row: number;
  readonly line: number | null;
  readonly picture: Picture | null;
  readonly steps: readonly BackpropStep[];
}

/**
 * Words for a person, in English, with {0}, {1} … for what stands between them; the view translates them and writes the
 * numbers. A string in the place of words is a name of the data, or a formula, and stays as it is.
 */
export interface Words {
  readonly message: string;
  readonly args: readonly (Text | number)[];
}
export type Text = string | Words;

/** Formulas are in a markup of `_` and `^` for what is set lower and higher, with {} around more than one letter. */
export interface BackpropStep {
  readonly key: string;
  readonly phase: 'forward' | 'backward' | 'update';
  readonly title: Words;
  readonly formula: Text;
  /** The formula with its numbers, where the step has one result. */
  readonly result?: { readonly formula: string; readonly values: readonly number[] } | undefined;
  readonly notes?: readonly Text[];
  readonly table: StepTable;
  /** The row that is looked at closer first. */
  readonly first?: number;
  /** How a row comes about: {0} is its number in the first of these columns, {#} the row, from 1. */
  readonly line?: { readonly formula: string; readonly columns: readonly Float32Array[] };
  readonly detail?: StepDetail;
}

interface TableHead {
  /** What the rows are. */
  readonly corner: Words;
  /** A formula, or the name of a column. */
  readonly head: readonly (string | Words)[];
  /** Column by which a long table is folded; the last one if not given. */
  readonly foldBy?: number;
}

/** One row a unit, or whatever the step is about. */
export interface StepTable extends TableHead {
  readonly names: readonly Text[];
  /** (rows) each. */
  readonly columns: readonly (Float32Array | readonly Text[])[];
}

/** For each row of the table, a table of its terms, of which only the largest are here. */
export interface StepDetail extends TableHead {
  /** Of all terms. */
  readonly names: readonly string[];
  readonly nTerms: number;
  readonly nShown: number;
  /** (rows, shown) which term it is; or (shown), the same for every row. */
  readonly of: Int32Array;
  readonly columns: readonly TermColumn[];
  /** Terms from this one on are chosen rows: they have no factor. */
  readonly firstChosen?: number;
  /** (rows), the sum of all terms that are not here, where the last column adds up. */
  readonly rest?: Float32Array;
  /** Below the terms, (rows) in each column; null is empty. */
  readonly last?: readonly { readonly name: string; readonly columns: readonly (Float32Array | null)[] }[];
}

/** Numbers of a column by what they belong to: (rows, shown), (terms) or (rows). */
export interface TermColumn {
  readonly by: 'both' | 'term' | 'row';
  readonly values: Float32Array;
  /** Of which chosen rows have none. */
  readonly isFactor?: boolean;
}
