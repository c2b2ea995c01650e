import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSpreadOverDoublings, spreadOverDoublings } from '../../src/engine/doublings';

describe('epochs spread over the doublings', () => {
  it.each([
    [50, 4, [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20, 24, 28, 32, 40, 48]],
    [70, 1, [1, 2, 4, 8, 16, 32, 64]],
    [20, 3, [1, 2, 3, 4, 5, 6, 8, 10, 13, 16]],
    [7, 32, [1, 2, 3, 4, 5, 6, 7]],
    [1, 4, [1]],
    [1000, 0, []],
  ])('of %i, %i a doubling', (nEpochs, perDoubling, expected) => {
    // For 3: from 4 on in steps of 4/3, from 8 on of 8/3, rounded down.
    expect(spreadOverDoublings(nEpochs, perDoubling)).toEqual(expected);
  });

  const density = fc.double({ min: 0.1, max: 32, noNaN: true });

  it('ascend, begin with the first and stay few', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), density, (nEpochs, perDoubling) => {
        const epochs = spreadOverDoublings(nEpochs, perDoubling);
        expect(epochs[0]).toBe(1);
        expect(epochs.at(-1)).toBeLessThanOrEqual(nEpochs);
        for (let i = 1; i < epochs.length; i++) expect(epochs[i]).toBeGreaterThan(epochs[i - 1]!);
        expect(epochs.length).toBeLessThanOrEqual(Math.ceil(perDoubling) * (1 + Math.log2(nEpochs)));
      }),
    );
  });

  it('are told from all others one by one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), density, (nEpochs, perDoubling) => {
        const all = Array.from({ length: nEpochs }, (_, i) => i + 1);
        const found = all.filter(epoch => isSpreadOverDoublings(epoch, perDoubling));
        expect(found).toEqual(spreadOverDoublings(nEpochs, perDoubling));
      }),
    );
    expect(isSpreadOverDoublings(7, 0)).toBe(false);
  });

  it('of more epochs are the same and more, halved every other one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), density, (nEpochs, perDoubling) => {
        const epochs = spreadOverDoublings(nEpochs, perDoubling);
        expect(spreadOverDoublings(2 * nEpochs, perDoubling).slice(0, epochs.length)).toEqual(epochs);
        const all = new Set(epochs);
        expect(spreadOverDoublings(nEpochs, perDoubling / 2).filter(epoch => !all.has(epoch))).toEqual([]);
      }),
    );
  });
});
