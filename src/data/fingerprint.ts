import type { DataSource } from './types';

/** A source that keeps the digest of all that is read through it. */
export class RecordingSource implements DataSource {
  readonly #source: DataSource;
  readonly #digests: string[] = [];

  constructor(source: DataSource) {
    this.#source = source;
  }

  get memoryBudgetBytes(): number {
    return this.#source.memoryBudgetBytes;
  }

  async read(path: string): Promise<Uint8Array> {
    return this.record(await this.#source.read(path));
  }

  async readExample(path: string): Promise<Uint8Array> {
    return this.record(await this.#source.readExample(path));
  }

  async record(bytes: Uint8Array): Promise<Uint8Array> {
    this.#digests.push(await sha256(bytes));
    return bytes;
  }

  /** Of one file its own SHA-256, so that `sha256sum` shows the same; of several the SHA-256 of theirs. */
  async fingerprint(): Promise<string> {
    const [first, ...others] = this.#digests;
    if (first !== undefined && others.length === 0) return first;
    return sha256(new TextEncoder().encode(this.#digests.join(' ')));
  }
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await globalThis.crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('');
}
