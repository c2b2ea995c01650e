/** Of the time, questions about a run that goes on may take this part, and at most this often they are asked. */
const maxShare = 0.25;
const minIntervalMs = 50;

interface Wanted<T> {
  readonly subject: string;
  readonly ask: () => Promise<T>;
}

export type Told<T> = (subject: string, result: { readonly value: T } | { readonly failure: string }) => void;

/**
 * Asks one question at a time, and of those that came meanwhile only the latest. About the same subject it is asked the
 * more seldom the longer the answers take; about another one, at once.
 */
export class Asking<T> {
  #wanted: Wanted<T> | null = null;
  #isAsking = false;
  #last = { subject: '', notBeforeMs: 0 };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDisposed = false;

  constructor(private readonly tell: Told<T>) {}

  dispose() {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
  }

  want(subject: string, ask: () => Promise<T>) {
    this.#wanted = { subject, ask };
    this.#next();
  }

  #next() {
    clearTimeout(this.#timer);
    const wanted = this.#wanted;
    if (this.#isDisposed || this.#isAsking || !wanted) return;
    const waitMs = wanted.subject === this.#last.subject ? this.#last.notBeforeMs - performance.now() : 0;
    if (waitMs > 0) this.#timer = setTimeout(() => this.#next(), waitMs);
    else void this.#ask(wanted);
  }

  async #ask({ subject, ask }: Wanted<T>) {
    this.#wanted = null;
    this.#isAsking = true;
    const startMs = performance.now();
    const result = await ask().then(
      value => ({ value }),
      (error: Error) => ({ failure: error.message }),
    );
    this.#isAsking = false;
    const now = performance.now();
    const pauseMs = Math.max(minIntervalMs, (now - startMs) * (1 / maxShare - 1));
    this.#last = { subject, notBeforeMs: now + pauseMs };
    if (!this.#isDisposed) this.tell(subject, result);
    this.#next();
  }
}
