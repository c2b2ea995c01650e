import { describe, expect, it } from 'vitest';
import { dropOut, dropOutBackward, keptFactor, threshold } from '../../src/engine/dropout';
import { Random } from '../../src/engine/random';
import { instructionSets, load } from './support';

/** Five units, and three numbers that fill up a row. */
const rows = { nRows: 6, nColumns: 5, stride: 8 };
const length = 48;
const [state, a, dropped, scales, d] = [512, 1024, 2048, 3072, 4096];
const bitsOf = (value: number) => new Int32Array(Float32Array.of(value).buffer)[0]!;

describe.each(instructionSets)('$name', ({ bytes }) => {
  it.each([0.1, 0.5, 0.999])('drops %f of the units, the same ones as the reference', rate => {
    const { kernels, array } = load(bytes);
    const random = Random.seeded(3);
    const expected = {
      a: Float32Array.from({ length }, () => random.normal()),
      dropped: new Float32Array(length),
      scales: new Float32Array(length),
    };
    const words = new Int32Array(array(state, 4).buffer, state, 4);
    words.set(random.state.words);
    array(a, length).set(expected.a);

    for (let call = 0; call < 3; call++) {
      dropOut(expected, rate, random, rows);
      const draws = [state, threshold(rate), bitsOf(keptFactor(rate))] as const;
      kernels.dropOut!(...draws, a, dropped, scales, 4 * rows.stride, rows.nColumns, rows.nRows);
      expect(array(dropped, length)).toEqual(expected.dropped);
      expect(array(scales, length)).toEqual(expected.scales);
      expect([...words]).toEqual(random.state.words);
    }

    const gradient = expected.a.slice();
    array(d, length).set(gradient);
    dropOutBackward(gradient, expected.scales, rows);
    kernels.dropOutBackward!(d, scales, length / 4);
    const ofUnits = (values: Float32Array) => values.filter((_, i) => i % rows.stride < rows.nColumns);
    expect(ofUnits(array(d, length))).toEqual(ofUnits(gradient));
  });
});
