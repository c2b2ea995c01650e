import { describe, expect, it } from 'vitest';
import { type Examples, scaleBytes } from '../../src/engine/examples';
import { Random } from '../../src/engine/random';
import { nearestSamples } from '../../src/worker/nearestSamples';

const nSamples = 200;
const nInputs = 150;
const random = Random.seeded(7);
const targets = Int32Array.from({ length: nSamples }, (_, i) => i % 3);
const floats: Examples = {
  inputs: Float32Array.from({ length: nSamples * nInputs }, () => random.normal()),
  selected: Int32Array.from({ length: nSamples * 2 }, () => (random.bits() % 4) - 1),
  targets,
};
const bytes = {
  values: Uint8Array.from({ length: nSamples * nInputs }, () => random.bits()),
  shift: Float32Array.from({ length: nInputs }, () => 100 * random.uniform()),
  factor: Float32Array.from({ length: nInputs }, () => 0.01 + random.uniform()),
};

/** One-hot vectors written out, every distance to its end. */
function byBruteForce(rows: number[][], choices: number[][], x: number, group: number, k: number): number[] {
  const distance = (i: number) => {
    let sum = 0;
    for (const [n, value] of rows[i]!.entries()) sum += (value - rows[x]![n]!) ** 2;
    for (const [c, choice] of choices[i]!.entries())
      for (let category = 0; category < 3; category++)
        if ((choice === category) !== (choices[x]![c] === category)) sum++;
    return sum;
  };
  return [...targets.keys()]
    .filter(i => targets[i] === group)
    .sort((a, b) => distance(a) - distance(b) || a - b)
    .slice(0, k);
}

const sampleOf = ({ inputs, selected }: Examples, x: number): Examples => ({
  inputs: (inputs as Float32Array).subarray(x * nInputs, (x + 1) * nInputs),
  selected: selected?.subarray(2 * x, 2 * x + 2),
  targets: Int32Array.of(0),
});

describe('the nearest samples of each group', () => {
  it.each([0, 41, 199])('are those of brute force, for sample %i', x => {
    const rows = [...targets.keys()].map(i => [...(sampleOf(floats, i).inputs as Float32Array)]);
    const choices = [...targets.keys()].map(i => [...sampleOf(floats, i).selected!]);
    const near = nearestSamples(floats, sampleOf(floats, x), 3, 4, i => targets[i]!);
    for (const group of [0, 1, 2])
      expect(near[group]!.map(({ index }) => index)).toEqual(byBruteForce(rows, choices, x, group, 4));
    expect(near[targets[x]!]![0]).toEqual({ index: x, distance: 0 });
  });

  it('are found among bytes by the distances of what they are scaled to', () => {
    const examples: Examples = { inputs: bytes, targets };
    const scaled = new Float32Array(nSamples * nInputs);
    for (let i = 0; i < nSamples; i++) scaleBytes(scaled, i * nInputs, bytes, i, nInputs);
    const x = sampleOf({ inputs: scaled, targets }, 17);
    const one = { ...bytes, values: bytes.values.subarray(17 * nInputs, 18 * nInputs) };
    const of = (each: Examples, near: Examples) => nearestSamples(each, near, 3, 5, i => targets[i]!).flat();
    const plain = of({ inputs: scaled, targets }, x);
    const ours = [of(examples, x), of(examples, { inputs: one, targets: Int32Array.of(0) })];
    for (const near of ours) {
      expect(near.map(({ index }) => index)).toEqual(plain.map(({ index }) => index));
      for (const [i, { distance }] of near.entries())
        expect(Math.abs(distance - plain[i]!.distance)).toBeLessThan(1e-4 * (1 + plain[i]!.distance));
    }
    expect(ours[1]![targets[17]! * 5]).toEqual({ index: 17, distance: 0 });
  });

  it('leave out who is in no group, and are fewer where there are not enough', () => {
    const near = nearestSamples(floats, sampleOf(floats, 0), 1, 3, i => (i === 5 || i === 9 ? 0 : -1));
    expect(near[0]!.map(({ index }) => index).sort()).toEqual([5, 9]);
  });
});
