import type { Configuration } from '../configuration';
import type { Severity } from '../problem';

export interface Finding {
  /** The key to look at. */
  readonly key: string;
  readonly message: string;
}

/** Something that no single value shows, only several together. */
export interface Rule {
  readonly code: string;
  readonly severity: Severity;
  readonly find: (configuration: Configuration) => Finding | null;
}
