import { describe, expect, it, test } from 'vitest';
import { decodeMetrics, encodeMetrics } from '../../src/runs/metricsFile';
import { epochOf } from './support';

const metrics = {
  epochs: [epochOf(1), epochOf(2, { loss: null, layers: undefined })],
  steps: [1, 2, 3].map(step => ({ step, loss: 1 / step })),
};
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('metrics', () => {
  it('come back as they were', () => {
    expect(decodeMetrics(encodeMetrics(metrics))).toEqual(metrics);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('have null for %s', value => {
    const bytes = encodeMetrics({ epochs: [epochOf(1, { loss: value })], steps: [{ step: 1, loss: value }] });
    for (const line of textOf(bytes).trim().split('\n')) expect(JSON.parse(line).loss).toBeNull();
    expect(decodeMetrics(bytes)).toEqual({
      epochs: [epochOf(1, { loss: null })],
      steps: [{ step: 1, loss: null }],
    });
  });

  test('torn at any byte, all whole records load', () => {
    const bytes = encodeMetrics(metrics);
    for (let length = 0; length <= bytes.length; length++) {
      // A line is whole when only its line break is missing.
      const ends = [...bytes.keys()].filter(i => bytes[i] === 0x0a && i <= length);
      const { epochs, steps } = decodeMetrics(bytes.subarray(0, length));
      expect([...steps, ...epochs]).toEqual([...metrics.steps, ...metrics.epochs].slice(0, ends.length));
    }
  });

  it('of an older version, without what lies inside the layers, are read', () => {
    const old = '{"weightNorm":1,"gradientNorm":0.5,"updateRatio":null,"deadFraction":0.25}';
    const line = `{"epoch":1,"step":5,"loss":1,"accuracy":null,"valLoss":2,"valAccuracy":null,"learningRate":0.1,"elapsedMs":3,"layers":[${old}]}`;
    const { epochs } = decodeMetrics(new TextEncoder().encode(line));
    expect(epochs).toHaveLength(1);
    expect(epochs[0]!.layers).toEqual([JSON.parse(old)]);
  });

  it('passes over an epoch that is damaged, which is no step either', () => {
    const damaged = JSON.stringify({ ...epochOf(1), learningRate: 'high' });
    expect(decodeMetrics(new TextEncoder().encode(damaged))).toEqual({ epochs: [], steps: [] });
  });

  it('passes over lines that are no records', () => {
    const foreign = '\nnull\n{"step":"one","loss":1}\n{"note":"hello"}\n\u0000\n';
    const bytes = new TextEncoder().encode(foreign + textOf(encodeMetrics(metrics)));
    expect(decodeMetrics(bytes)).toEqual(metrics);
  });
});
