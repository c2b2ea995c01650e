/** A curve as two columns of numbers that grow at their end: nothing is built anew when an epoch comes. */

/** Ends of the values that are finite; NaN where there is none. */
export interface Extent {
  readonly first: number;
  readonly lowest: number;
  readonly highest: number;
  /** Of the values above 0, which alone have a place on a logarithmic axis. */
  readonly lowestPositive: number;
}

/** x ascends; y is NaN where the curve has a gap. Only the first `length` numbers count. */
export interface Curve {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly length: number;
  readonly extent: Extent;
  /** x of the first gap, null without one. */
  readonly brokenAt: number | null;
}

export const noExtent: Extent = {
  first: Number.NaN,
  lowest: Number.NaN,
  highest: Number.NaN,
  lowestPositive: Number.NaN,
};
export const emptyCurve: Curve = {
  ...{ x: new Float64Array(), y: new Float64Array(), length: 0 },
  ...{ extent: noExtent, brokenAt: null },
};

const or = (value: number, other: number) => (Number.isNaN(value) ? other : value);

/** Mostly nothing is to be made anew. */
export function widened(extent: Extent, value: number): Extent {
  const { first, lowest, highest, lowestPositive } = extent;
  if (!Number.isFinite(value)) return extent;
  if (value >= lowest && value <= highest && (value <= 0 || value >= lowestPositive)) return extent;
  return {
    first: or(first, value),
    lowest: Math.min(or(lowest, value), value),
    highest: Math.max(or(highest, value), value),
    lowestPositive: value > 0 ? Math.min(or(lowestPositive, value), value) : lowestPositive,
  };
}

/** Of both together; the first value is the first one's. */
export const union = (a: Extent, b: Extent): Extent => {
  const all = [b.lowest, b.highest, b.lowestPositive].reduce(widened, a);
  return Number.isNaN(a.first) ? { ...all, first: b.first } : all;
};

export const extentOf = (values: Iterable<number>): Extent => [...values].reduce(widened, noExtent);

/** Earlier states of the curve stay as they were: what is appended lies behind their end. */
class GrowingCurve<T extends object> {
  #x = new Float64Array(64);
  #y = new Float64Array(64);
  #last: T | undefined;
  readonly #value: (item: T) => number;
  curve = emptyCurve;

  constructor(private readonly source: CurveSource<T>) {
    this.#value = source.begin();
  }

  /** Whether it is of these items, perhaps with more behind them. */
  isOf(items: readonly object[], weight: number | undefined): boolean {
    const { length } = this.curve;
    return this.source.weight === weight && length <= items.length && items[length - 1] === this.#last;
  }

  extend(items: readonly T[]) {
    let { length, extent, brokenAt } = this.curve;
    if (length === items.length) return;
    this.#reserve(items.length);
    for (; length < items.length; length++) {
      const x = this.source.x(items[length]!);
      const y = this.#value(items[length]!);
      this.#x[length] = x;
      this.#y[length] = y;
      extent = widened(extent, y);
      if (Number.isNaN(y)) brokenAt ??= x;
    }
    this.#last = items[length - 1];
    this.curve = { x: this.#x, y: this.#y, length, extent, brokenAt };
  }

  #reserve(length: number) {
    if (length <= this.#x.length) return;
    const capacity = Math.max(length, 2 * this.#x.length);
    const [x, y] = [new Float64Array(capacity), new Float64Array(capacity)];
    x.set(this.#x);
    y.set(this.#y);
    this.#x = x;
    this.#y = y;
  }
}

/** By the first thing that a curve is made of: it stays the same while the curve grows, and the curve goes with it. */
const grown = new WeakMap<object, Map<string, unknown>>();

export interface CurveSource<T> {
  /** Tells curves of the same items apart. */
  readonly name: string;
  readonly x: (item: T) => number;
  /** What reads the values, called once an item in their order: it may remember those before. */
  readonly begin: () => (item: T) => number;
  /** Of a curve that is smoothed: with another one it is made anew. */
  readonly weight?: number;
}

/** The curve of these items, at the cost of those that came since it was last asked for. */
export function curveOf<T extends object>(items: readonly T[], source: CurveSource<T>): Curve {
  const [first] = items;
  if (!first) return emptyCurve;
  const curves = grown.get(first) ?? new Map<string, unknown>();
  grown.set(first, curves);
  let growing = curves.get(source.name) as GrowingCurve<T> | undefined;
  if (!growing?.isOf(items, source.weight)) {
    growing = new GrowingCurve(source);
    curves.set(source.name, growing);
  }
  growing.extend(items);
  return growing.curve;
}
