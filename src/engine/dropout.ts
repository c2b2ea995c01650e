import type { FloatArray } from './array';
import type { Random } from './random';
import type { Rows } from './rows';

/** Arrays of one call, (batch, units) each. */
export interface DropoutArrays {
  readonly a: FloatArray;
  /** Overwritten with what is left of `a`. */
  readonly dropped: FloatArray;
  /** Overwritten with the factor of each value: 0 or 1 / (1 − rate). */
  readonly scales: FloatArray;
}

/** What is left is multiplied by, so that the mean stays. */
export const keptFactor = (rate: number) => 1 / (1 - rate);

/** What is drawn below it, out of 2³² numbers, becomes 0. */
export const threshold = (rate: number) => Math.floor(rate * 2 ** 32);

/**
 * Inverted dropout: each value becomes 0 with probability `rate` and is divided by 1 − rate otherwise, so that its mean
 * stays and nothing needs to be done where nobody trains.
 * Source: Srivastava et al. 2014, section 10.
 */
export function dropOut({ a, dropped, scales }: DropoutArrays, rate: number, random: Random, rows: Rows) {
  const { nRows, nColumns, stride } = rows;
  const kept = keptFactor(rate);
  const below = threshold(rate);
  for (let n = 0; n < nRows; n++) {
    for (let i = n * stride; i < n * stride + nColumns; i++) {
      scales[i] = random.bits() < below ? 0 : kept;
      dropped[i] = a[i]! * scales[i]!;
    }
  }
}

/** The gradient passes where the value has passed: dA ← dA ⊙ scales, in place. */
export function dropOutBackward(d: FloatArray, scales: FloatArray, { nRows, nColumns, stride }: Rows) {
  for (let n = 0; n < nRows; n++)
    for (let i = n * stride; i < n * stride + nColumns; i++) d[i]! *= scales[i]!;
}
