import type { Problem } from '../config/problem';

/** A request that a person must mend something for; what it carries crosses the worker's border as a `Failure`. */
export class Rejection extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly problems: readonly Problem[] = [],
  ) {
    super(message);
    this.name = 'Rejection';
  }
}
