/** The latest results by their keys. A failure is forgotten: it may succeed the next time. */
export class Remembered<T> {
  readonly #results = new Map<string, Promise<T>>();

  constructor(private readonly capacity: number) {}

  get(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.#results.get(key);
    if (known) return known;
    const result = make();
    this.#results.set(key, result);
    result.catch(() => this.#results.delete(key));
    if (this.#results.size > this.capacity) this.#results.delete(this.#results.keys().next().value!);
    return result;
  }
}
