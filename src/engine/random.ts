/** State of a generator: four 32-bit words and the normal draw that waits, if any; plain JSON. */
export interface RandomState {
  readonly words: readonly [number, number, number, number];
  readonly spare: number | null;
}

/**
 * Seeded generator of uniform and normal numbers whose state can be saved and put back.
 * sfc32 (C. Doty-Humphrey, PractRand): 128 bits of state, passes BigCrush, a few integer operations a draw.
 */
export class Random {
  /** In an array, whose numbers the compiler never boxes: fields took twice as long. */
  readonly #words: Int32Array;
  /** Box–Muller makes two normal numbers at once; the second waits here. */
  #spare: number | null;

  constructor(state: RandomState) {
    this.#words = new Int32Array(state.words);
    this.#spare = state.spare;
  }

  /** @param stream tells generators of one seed apart, so that the split does not depend on the weights. */
  static seeded(seed: number, stream = 0): Random {
    const high = Math.floor(seed / 2 ** 32);
    const random = new Random({ words: [high | 0, seed | 0, stream | 0, 1], spare: null });
    // The first draws after seeding are correlated with the seed; sfc32's author discards twelve.
    for (let i = 0; i < 12; i++) random.#next();
    return random;
  }

  get state(): RandomState {
    const [a, b, c, counter] = this.#words;
    return { words: [a!, b!, c!, counter!], spare: this.#spare };
  }

  /** The next 32 random bits, as a signed integer. */
  #next(): number {
    const words = this.#words;
    const b = words[1]!;
    const c = words[2]!;
    const counter = words[3]!;
    const sum = (((words[0]! + b) | 0) + counter) | 0;
    words[0] = b ^ (b >>> 9);
    words[1] = c + (c << 3);
    words[2] = ((c << 21) | (c >>> 11)) + sum;
    words[3] = counter + 1;
    return sum;
  }

  /** Uniform integer in [0, 2³²). */
  bits(): number {
    return this.#next() >>> 0;
  }

  /** Uniform in [0, 1), with 53 random bits. */
  uniform(): number {
    const high = this.#next() >>> 5;
    const low = this.#next() >>> 6;
    return (high * 2 ** 26 + low) / 2 ** 53;
  }

  /** Uniform integer in [0, n). */
  integer(n: number): number {
    return Math.floor(this.uniform() * n);
  }

  /** Standard normal, by Box and Muller 1958. */
  normal(): number {
    if (this.#spare !== null) {
      const spare = this.#spare;
      this.#spare = null;
      return spare;
    }
    // 1 − u lies in (0, 1], so the logarithm is finite.
    const radius = Math.sqrt(-2 * Math.log(1 - this.uniform()));
    const angle = 2 * Math.PI * this.uniform();
    this.#spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  /** Puts the values into a random order, in place (Fisher and Yates). */
  shuffle(values: Uint32Array): void {
    for (let i = values.length - 1; i > 0; i--) {
      const j = this.integer(i + 1);
      const value = values[i]!;
      values[i] = values[j]!;
      values[j] = value;
    }
  }
}
