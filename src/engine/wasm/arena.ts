const floatBytes = 4;
/** A line of the cache, so that no array shares one with another. */
const alignment = 64;
const pageBytes = 65536;
/** What 32-bit addresses reach. */
export const maxMemoryBytes = 2 ** 32 - pageBytes;

/** Where an array of float32 or int32 lies. */
export interface Region {
  readonly address: number;
  readonly length: number;
}

/** Plans the memory of a module: every array is known, and so is the sum of their sizes, before anything is allocated. */
export class Arena {
  /** Nothing lies at address 0, which means "none". */
  #sizeBytes = alignment;

  get sizeBytes() {
    return this.#sizeBytes;
  }

  reserve(length: number): Region {
    const address = this.#sizeBytes;
    this.#sizeBytes += Math.ceil((length * floatBytes) / alignment) * alignment;
    return { address, length };
  }

  /** Room for so many bytes; its length is in numbers, and may be more. */
  reserveBytes = (nBytes: number): Region => this.reserve(Math.ceil(nBytes / floatBytes));

  /** @param shared by several threads */
  allocate(shared = false): WebAssembly.Memory {
    const nPages = Math.ceil(this.#sizeBytes / pageBytes);
    // It never grows, so that the views of its arrays stay valid.
    return new WebAssembly.Memory({ initial: nPages, maximum: nPages, shared });
  }
}

export const floats = ({ buffer }: WebAssembly.Memory, { address, length }: Region) =>
  new Float32Array(buffer, address, length);
export const bytes = ({ buffer }: WebAssembly.Memory, { address, length }: Region) =>
  new Uint8Array(buffer, address, floatBytes * length);
export const integers = ({ buffer }: WebAssembly.Memory, { address, length }: Region) =>
  new Int32Array(buffer, address, length);
