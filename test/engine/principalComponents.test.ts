import { describe, expect, it } from 'vitest';
import { principalComponents } from '../../src/engine/principalComponents';

function expectClose(actual: Iterable<number>, expected: readonly number[]) {
  const numbers = [...actual];
  expect(numbers).toHaveLength(expected.length);
  for (const [i, value] of expected.entries()) expect(numbers[i]).toBeCloseTo(value, 8);
}

// Expected: numpy.linalg.svd of the centred rows, each row of Vt with its largest entry made positive.
describe('principal components', () => {
  it('are those of NumPy for more rows than columns', () => {
    const tall = Float64Array.of(2, 0, 1, 1, 3, -1, 0, 1, 4, -2, 2, 2, 1, -1, 0, 3, 1, -2);
    const { scores, shares } = principalComponents(tall, 3, 2);
    expectClose(scores, [
      ...[-0.486031416, -1.422370442, -1.302848364, 2.228112942, 3.177123621, -0.864921137],
      ...[2.808912176, 1.476634475, -0.774274381, -1.525323226, -3.422881637, 0.107867387],
    ]);
    expectClose(shares, [0.669204748, 0.2544168]);
  });

  it('are those of NumPy for more columns than rows', () => {
    const wide = Float64Array.of(1, 2, 0, -1, 3, 0, 1, 4, 2, -2, 2, -1, 1, 0, 1);
    const { scores, shares } = principalComponents(wide, 5, 2);
    expectClose(scores, [3.173992543, 1.305200795, -4.005619789, 0.632024171, 0.831627246, -1.937224966]);
    expectClose(shares, [0.820739462, 0.179260538]);
  });

  it('have the same signs whatever the order of the rows', () => {
    const rows = [
      [1, 5, 2],
      [4, 1, 0],
      [-3, 2, 2],
      [0, -2, 1],
    ];
    const first = principalComponents(Float64Array.from(rows.flat()), 3, 2).scores;
    const reversed = principalComponents(Float64Array.from([...rows].reverse().flat()), 3, 2).scores;
    expectClose(
      [3, 2, 1, 0].flatMap(row => [reversed[2 * row]!, reversed[2 * row + 1]!]),
      [...first],
    );
  });

  it('of rows along a line have one direction only', () => {
    const { scores, shares } = principalComponents(Float32Array.of(0, 0, 3, 4, 6, 8), 2, 2);
    expectClose(scores, [-5, 0, 0, 0, 5, 0]);
    expectClose(shares, [1, 0]);
  });

  it('of rows that are alike, or of one row, are 0', () => {
    expectClose(principalComponents(Float32Array.of(1, 2, 1, 2), 2, 2).scores, [0, 0, 0, 0]);
    expectClose(principalComponents(Float32Array.of(1, 2), 2, 2).shares, [0, 0]);
    expectClose(principalComponents(Float32Array.of(1, 2, 4), 1, 2).scores, [-4 / 3, 0, -1 / 3, 0, 5 / 3, 0]);
  });
});
