import { describe, expect, it } from 'vitest';
import { extended, extendedEpochs, maxDetailed, maxEpochs, maxPoints, thin, thinEpochs } from '../src/thin';

const numbers = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
const itself = (n: number) => n;

describe('thin', () => {
  it('leaves short curves as they are', () => {
    expect(thin(numbers(maxPoints), itself)).toHaveLength(maxPoints);
    expect(thin([], itself)).toEqual([]);
  });

  it('keeps both ends and what is evenly between', () => {
    const kept = thin(numbers(100_001), itself);
    expect(kept.length).toBeLessThanOrEqual(maxPoints);
    expect([kept[0], kept.at(-1)]).toEqual([1, 100_001]);
    const gaps = kept.slice(1).map((n, i) => n - kept[i]!);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(32);
  });

  it('keeps at most a few points that have no position on a grid', () => {
    const kept = thin(numbers(3 * maxPoints), () => 0.5);
    expect(kept).toEqual([1, 3 * maxPoints]);
  });
});

describe('extended', () => {
  it('passes over what is known already', () => {
    expect(extended([1, 2], [2, 5, 4, 6], itself)).toEqual([1, 2, 5, 6]);
    const points = [1, 2];
    expect(extended(points, [1], itself)).toBe(points);
  });

  it('stays bounded and even however many come, few at a time', () => {
    let points: readonly number[] = [];
    const total = 200_000;
    for (let n = 0; n < total; n += 100)
      points = extended(
        points,
        numbers(100).map(i => n + i),
        itself,
      );
    expect(points.length).toBeLessThanOrEqual(maxPoints);
    // Nowhere is a gap of more than a few times the mean one.
    const gaps = points.slice(1).map((p, i) => p - points[i]!);
    expect(Math.max(...gaps)).toBeLessThan((6 * total) / maxPoints);
    expect(points.at(-1)).toBe(total);
  });
});

describe('epochs', () => {
  const detailed = (n: number) => ({ epoch: n, layers: [1], valConfusion: [[1]] });
  const nDetailed = (epochs: readonly object[]) => epochs.filter(metrics => 'layers' in metrics).length;

  it('are all kept up to 100,000, but of evenly some of them only what was seen inside the network', () => {
    const kept = thinEpochs(numbers(100_000).map(detailed));
    expect(kept.map(({ epoch }) => epoch)).toEqual(numbers(100_000));
    expect(nDetailed(kept)).toBeLessThanOrEqual(maxDetailed);
    expect(nDetailed(kept)).toBeGreaterThan(maxDetailed / 4);
    expect(kept[0]).toEqual(detailed(1));
    expect(kept[1]).toEqual({ epoch: 2 });
  });

  it('stay bounded however many come, few at a time', () => {
    let epochs: readonly ReturnType<typeof detailed>[] = [];
    for (let n = 0; n < 150_000; n += 500) {
      epochs = extendedEpochs(
        epochs,
        numbers(500).map(i => detailed(n + i)),
      );
      if (nDetailed(epochs) > 2 * maxDetailed) throw new Error(`${nDetailed(epochs)} after ${n} epochs`);
    }
    expect(epochs.length).toBeLessThanOrEqual(maxEpochs);
    expect([epochs[0]!.epoch, epochs.at(-1)!.epoch]).toEqual([1, 150_000]);
  });

  it('are passed over where they are known already', () => {
    const epochs = [detailed(1), detailed(2)];
    expect(extendedEpochs(epochs, [detailed(2)])).toBe(epochs);
  });
});
