import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rocCurve, thinnedCurve } from '../../src/engine/rocCurve';

interface CurveCase {
  readonly name: string;
  readonly positive: readonly boolean[];
  readonly scores: readonly number[];
  readonly falsePositiveRate: readonly number[];
  readonly truePositiveRate: readonly number[];
  readonly area: number;
}

const { curves }: { curves: CurveCase[] } = JSON.parse(
  readFileSync(new URL('../fixtures/scikitLearn/rates.json', import.meta.url), 'utf8'),
);

describe('against scikit-learn', () => {
  it.each(curves)('$name', ({ positive, scores, falsePositiveRate, truePositiveRate, area }) => {
    const curve = rocCurve(Float64Array.from(scores), i => positive[i]!)!;
    expect(curve.area).toBeCloseTo(area, 12);
    const expected = falsePositiveRate.flatMap((rate, i) => [rate, truePositiveRate[i]!]);
    expect(curve.points).toEqual(Float32Array.from(expected));
  });
});

/*
 * Scores 0.8 (in), 0.8 (out), 0.3 (out): of the two pairs one is a tie and one is right, so the area is (½ + 1) / 2.
 * The tie makes one slanted line from (0, 0) to (½, 1).
 */
it('counts a tie half', () => {
  const curve = rocCurve(Float64Array.of(0.8, 0.3, 0.8), i => i === 0)!;
  expect(curve).toEqual({ area: 0.75, points: Float32Array.of(0, 0, 0.5, 1, 1, 1) });
});

it('needs samples of both kinds, and scores', () => {
  expect(rocCurve(Float64Array.of(0.1, 0.2), () => true)).toBeNull();
  expect(rocCurve(Float64Array.of(0.1, 0.2), () => false)).toBeNull();
  expect(rocCurve(Float64Array.of(0.1, Number.NaN, 0.3), i => i === 1)).toBeNull();
});

it('is thinned to what a chart can show, from end to end', () => {
  const scores = Float64Array.from({ length: 2000 }, (_, i) => (i * 37) % 2000);
  const curve = rocCurve(scores, i => scores[i]! + ((i * 91) % 1000) > 1500)!;
  const { points, area } = thinnedCurve(curve, 100);
  expect(area).toBe(curve.area);
  expect(curve.points.length).toBe(2 * 2001);
  expect(points.length / 2).toBeLessThanOrEqual(100);
  expect(points.length / 2).toBeGreaterThan(90);
  expect([...points.slice(0, 2), ...points.slice(-2)]).toEqual([0, 0, 1, 1]);
});
