import { activations } from './activations';
import type { ForwardPass } from './evaluate';

/** The values of a layer after its activation: all units of all samples looked at. */
export interface ActivationStatistics {
  readonly mean: number;
  /** Standard deviation of the values from their mean. */
  readonly deviation: number;
  /** Fraction of units that are 0 for every sample looked at. */
  readonly zeroFraction: number;
  /** Fraction of values on a flat part of the activation; null where it has none. */
  readonly saturatedFraction: number | null;
}

/** Samples looked at, at most; they lie evenly over the whole. */
export const maxSamplesLookedAt = 256;

const everything = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;

/** Adds up, chunk by chunk of an evaluation, what the statistics are made of; in float64. */
export class ActivationSums {
  /** Samples from one that is looked at to the next. */
  readonly #spacing: number;
  #nSamples = 0;
  readonly #layers;

  /** @param nSamples of the whole evaluation */
  constructor(
    private readonly pass: ForwardPass,
    nSamples: number,
  ) {
    this.#spacing = Math.ceil(nSamples / maxSamplesLookedAt);
    this.#layers = pass.widths.map((width, l) => {
      const name = pass.activationNames[l];
      return {
        flatBeyond: name ? activations[name].flatBeyond : null,
        // One a unit.
        sums: new Float64Array(width),
        squares: new Float64Array(width),
        nSaturated: 0,
      };
    });
  }

  /** Takes the samples from number `start` on, which have just run through the network. */
  add(start: number, nRows: number) {
    const spacing = this.#spacing;
    const firstRow = (spacing - (start % spacing)) % spacing;
    for (const [l, layer] of this.#layers.entries()) {
      const { values, stride } = this.pass.activations(l);
      const [low, high] = layer.flatBeyond ?? everything;
      const end = nRows * stride;
      // Unit by unit, so that what is added up stays in registers.
      for (let unit = 0; unit < layer.sums.length; unit++) {
        let sum = 0;
        let squares = 0;
        let nSaturated = 0;
        for (let i = firstRow * stride + unit; i < end; i += spacing * stride) {
          const value = values[i]!;
          sum += value;
          squares += value * value;
          if (value < low || value > high) nSaturated++;
        }
        layer.sums[unit]! += sum;
        layer.squares[unit]! += squares;
        layer.nSaturated += nSaturated;
      }
    }
    this.#nSamples += Math.max(0, Math.ceil((nRows - firstRow) / spacing));
  }

  /** One a layer. */
  statistics(): ActivationStatistics[] {
    return this.#layers.map(({ flatBeyond, sums, squares, nSaturated }) => {
      const n = this.#nSamples * sums.length;
      const mean = total(sums) / n;
      return {
        mean,
        // Rounding may take a variance of nothing below 0.
        deviation: Math.sqrt(Math.max(0, total(squares) / n - mean * mean)),
        zeroFraction: squares.filter(square => square === 0).length / squares.length,
        saturatedFraction: flatBeyond && nSaturated / n,
      };
    });
  }
}

const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);
