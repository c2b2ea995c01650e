import { type Examples, isBytes, scaleBytes } from '../engine/examples';

export interface Near {
  readonly index: number;
  /** Squared, in the inputs as the model gets them. */
  readonly distance: number;
}

/** So many numbers are added up before it is asked whether the sample can still be near enough. */
const blockSize = 64;

/**
 * The samples that are nearest to one, in each group.
 * @param near of examples with the same inputs, the first is meant
 * @param groupOf group of a sample, −1 leaves it out
 * @returns (groups), the nearest first, of equals the one that comes first
 * Distances: Euclidean over the numbers; a choice that differs counts as the two units of a one-hot vector that do.
 */
export function nearestSamples(
  examples: Examples,
  near: Examples,
  nGroups: number,
  perGroup: number,
  groupOf: (sample: number) => number,
): Near[][] {
  const groups: Near[][] = Array.from({ length: nGroups }, () => []);
  const distance = distanceTo(examples, near);
  for (let i = 0; i < examples.targets.length; i++) {
    const group = groups[groupOf(i)];
    if (!group) continue;
    const limit = group.length < perGroup ? Number.POSITIVE_INFINITY : group.at(-1)!.distance;
    const d = distance(i, limit);
    if (!(d < limit)) continue;
    const place = group.findIndex(other => other.distance > d);
    group.splice(place < 0 ? group.length : place, 0, { index: i, distance: d });
    if (group.length > perGroup) group.pop();
  }
  return groups;
}

/** Squared distance of a sample, or something of at least `limit` when it is no less. */
function distanceTo(examples: Examples, near: Examples): (sample: number, limit: number) => number {
  const { inputs, selected } = examples;
  const { from, weight } = unscaled(examples, near);
  const values = isBytes(inputs) ? inputs.values : inputs;
  const nInputs = from.length;
  const choices = firstChoices(near);
  return (sample, limit) => {
    let sum = 0;
    for (let c = 0; c < choices.length; c++) {
      const [a, b] = [choices[c]!, selected![sample * choices.length + c]!];
      if (a !== b) sum += (a < 0 ? 0 : 1) + (b < 0 ? 0 : 1);
    }
    const start = sample * nInputs;
    for (let i = 0; i < nInputs && sum < limit; ) {
      for (const end = Math.min(nInputs, i + blockSize); i < end; i++) {
        const difference = values[start + i]! - from[i]!;
        sum += weight[i]! * difference * difference;
      }
    }
    return sum;
  };
}

/** Where to measure from, and what each square counts: bytes stay as they are, and are weighed as they would be scaled. */
function unscaled({ inputs }: Examples, near: Examples) {
  const x = firstInputs(near);
  if (!isBytes(inputs)) return { from: x, weight: x.map(() => 1) };
  const { shift, factor } = inputs;
  return {
    from: isBytes(near.inputs)
      ? Float64Array.from(near.inputs.values.subarray(0, x.length))
      : x.map((value, i) => shift[i]! + value / factor[i]!),
    weight: x.map((_, i) => factor[i]! ** 2),
  };
}

/** (numbers) of the first sample, as the model gets them. */
export function firstInputs({ inputs, targets }: Examples): Float64Array {
  if (!isBytes(inputs)) return Float64Array.from(inputs.subarray(0, inputs.length / targets.length));
  const x = new Float64Array(inputs.shift.length);
  scaleBytes(x, 0, inputs, 0, x.length);
  return x;
}

const firstChoices = ({ selected, targets }: Examples): Int32Array =>
  selected?.subarray(0, selected.length / targets.length) ?? new Int32Array();
