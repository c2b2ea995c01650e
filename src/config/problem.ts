/** Half-open range of UTF-16 offsets in a text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export type Severity = 'error' | 'warning' | 'information';

/** Something to mend: what is wrong, where, and what to do. The editor and the command line show the same words. */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** Place in the configuration text. */
  readonly range: Range;
  /** The key at fault, as written: `training.learning_rate`; empty for the file as a whole. */
  readonly key: string;
  /** Place in another file, when the fault lies there; lines count from 1. */
  readonly related?: { readonly path: string; readonly line: number };
}
