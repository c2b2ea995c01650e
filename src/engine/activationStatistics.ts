import { activations } from './activations';
import type { FloatArray } from './array';
import type { ForwardPass } from './evaluate';
import { EvenSample, type Histogram } from './histogram';

/** The values of a layer after its activation: all units of all samples looked at. */
export interface ActivationStatistics {
  readonly mean: number;
  /** Standard deviation of the values from their mean. */
  readonly deviation: number;
  /** Fraction of units that are 0 for every sample looked at. */
  readonly zeroFraction: number;
  /** Fraction of values on a flat part of the activation; null where it has none. */
  readonly saturatedFraction: number | null;
  /** Of the values looked at; only where it is asked for. */
  readonly histogram?: Histogram | null;
}

/** Samples looked at, at most; they lie evenly over the whole. */
export const maxSamplesLookedAt = 256;

/** Adds up, chunk by chunk of an evaluation, what the statistics are made of; in float64. */
export class ActivationSums {
  /** Samples from one that is looked at to the next. */
  readonly #spacing: number;
  readonly #layers: readonly LayerSums[];
  #nSamples = 0;

  /** @param nSamples of the whole evaluation */
  constructor(
    private readonly pass: ForwardPass,
    nSamples: number,
    withHistograms = false,
  ) {
    this.#spacing = Math.ceil(nSamples / maxSamplesLookedAt);
    const nLookedAt = Math.ceil(nSamples / this.#spacing);
    this.#layers = pass.widths.map((width, l) => {
      const name = pass.activationNames[l];
      const isActive = new Array<boolean>(width).fill(false);
      const sample = withHistograms ? new EvenSample(pass.activations(l).values, nLookedAt, width) : null;
      return { isActive, flatBeyond: name ? activations[name].flatBeyond : null, sample, ...zeros };
    });
  }

  /** Takes the samples from number `start` on, which have just run through the network. */
  add(start: number, nRows: number) {
    const spacing = this.#spacing;
    const firstRow = (spacing - (start % spacing)) % spacing;
    for (let l = 0; l < this.#layers.length; l++) {
      const { values, stride } = this.pass.activations(l);
      const layer = this.#layers[l]!;
      addUnits(layer, values, firstRow * stride, spacing * stride, nRows * stride);
      if (layer.sample)
        for (let row = firstRow; row < nRows; row += spacing) layer.sample.addRow(values, row * stride);
      if (layer.flatBeyond)
        layer.nSaturated += countBeyond(layer, values, firstRow * stride, spacing * stride, nRows * stride);
    }
    this.#nSamples += Math.max(0, Math.ceil((nRows - firstRow) / spacing));
  }

  /** One a layer. */
  statistics(): ActivationStatistics[] {
    return this.#layers.map(({ isActive, flatBeyond, sample, sum, squares, nSaturated }) => {
      const nUnits = isActive.length;
      const n = this.#nSamples * nUnits;
      const mean = sum / n;
      return {
        mean,
        // Rounding may take a variance of nothing below 0.
        deviation: Math.sqrt(Math.max(0, squares / n - mean * mean)),
        zeroFraction: isActive.filter(active => !active).length / nUnits,
        saturatedFraction: flatBeyond && nSaturated / n,
        ...(sample && { histogram: sample.histogram() }),
      };
    });
  }
}

interface LayerSums {
  /** One a unit: whether it was anything but 0. */
  readonly isActive: boolean[];
  readonly flatBeyond: readonly [number, number] | null;
  readonly sample: EvenSample | null;
  sum: number;
  squares: number;
  nSaturated: number;
}

const zeros = { sum: 0, squares: 0, nSaturated: 0 };

/**
 * Unit by unit, so that what is added up stays in registers.
 * @param first where the first row looked at begins, `step` from one to the next, `end` of the last one
 */
function addUnits(layer: LayerSums, values: FloatArray, first: number, step: number, end: number) {
  const { isActive } = layer;
  for (let unit = 0; unit < isActive.length; unit++) {
    let sum = 0;
    let squares = 0;
    for (let i = first + unit; i < end; i += step) {
      const value = values[i]!;
      sum += value;
      squares += value * value;
    }
    layer.sum += sum;
    layer.squares += squares;
    if (squares !== 0) isActive[unit] = true;
  }
}

/** Apart from the sums, because comparing takes longer than adding. */
function countBeyond(
  { isActive, flatBeyond }: LayerSums,
  values: FloatArray,
  first: number,
  step: number,
  end: number,
): number {
  const [low, high] = flatBeyond!;
  let count = 0;
  for (let row = first; row < end; row += step)
    for (let i = row; i < row + isActive.length; i++) if (values[i]! < low || values[i]! > high) count++;
  return count;
}
