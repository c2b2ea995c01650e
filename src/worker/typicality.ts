import type { Part } from '../data/types';
import type { FloatArray } from '../engine/array';
import type { Network } from '../engine/network';
import { type Representation, representationCost, representationOf } from '../engine/representation';
import type { Typicality } from '../protocol/samples';
import { oneOfEach } from './oneOfEach';

/** Multiplications that looking may cost: about a quarter of a second. */
const maxCost = 2e8;

/**
 * How typical each sample is of its true class: its Euclidean distance from the mean of the samples of that class, between
 * activations of the last hidden layer, where the network has made alike what belongs together; without a hidden layer,
 * between the scaled inputs. It is divided by the root mean square of the distances in its class, so that a class whose
 * samples lie close together is not the most typical one as a whole: 1 is as far as usual. Means are of the same samples:
 * those of the split that are looked at.
 */
export function typicalityOf(network: Network, part: Part, nClasses: number, limit = maxCost): Typicality {
  const nSamples = part.rows.length;
  const spacing = Math.max(1, Math.ceil((nSamples * representationCost(network)) / limit));
  const looked = oneOfEach(spacing, nSamples);
  const representation = representationOf(network, part, looked);
  const classes = Int32Array.from(looked, sample => part.targets[sample]!);
  const distances = new Float32Array(nSamples).fill(Number.NaN);
  const between = relativeDistances(representation, classes, nClasses);
  for (const [i, sample] of looked.entries()) distances[sample] = between[i]!;
  return { distances, space: representation.space, nLookedAt: looked.length };
}

/**
 * Of each row from the mean of the rows of its class, relative to the root mean square of these distances in the class.
 * @param values  (samples, width), row-major
 * @param classes (samples), in [0, nClasses)
 * @returns (samples); NaN where a class has one sample, or only equal ones, and so no spread. Summed in float64
 */
export function relativeDistances(
  { values, width }: Pick<Representation, 'values' | 'width'>,
  classes: Int32Array,
  nClasses: number,
): Float64Array {
  const means = meansOf(values, width, classes, nClasses);
  const squares = Float64Array.from(classes, (label, n) => {
    let sum = 0;
    for (let i = 0; i < width; i++) sum += (values[n * width + i]! - means[label * width + i]!) ** 2;
    return sum;
  });
  const sums = new Float64Array(nClasses);
  const counts = new Uint32Array(nClasses);
  for (const [n, label] of classes.entries()) {
    sums[label]! += squares[n]!;
    counts[label]!++;
  }
  return squares.map((square, n) => Math.sqrt(square / (sums[classes[n]!]! / counts[classes[n]!]!)));
}

/** (classes, width); zeros for a class without samples. */
function meansOf(values: FloatArray, width: number, classes: Int32Array, nClasses: number): Float64Array {
  const means = new Float64Array(nClasses * width);
  const counts = new Uint32Array(nClasses);
  for (const [n, label] of classes.entries()) {
    counts[label]!++;
    for (let i = 0; i < width; i++) means[label * width + i]! += values[n * width + i]!;
  }
  for (let i = 0; i < means.length; i++) means[i]! /= counts[Math.floor(i / width)]! || 1;
  return means;
}
