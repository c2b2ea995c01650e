import { beforeEach, describe, expect, it } from 'vitest';
import {
  maxSampleLossBytes,
  readSampleLosses,
  rewindSampleLosses,
  sampleLossStride,
} from '../../src/runs/sampleLosses';
import type { MemoryPlatform } from '../helpers/memoryPlatform';
import { platformWith, recordOf, runsFolder } from './support';

const folder = `${runsFolder}/a`;
const path = `${folder}/sample-losses.f32`;
const nValidation = 3;

/** Row by row: of row 0 the losses 0, 1, 2, of row 1 the losses 10, 11, 12 … */
const losses = (nRows: number) =>
  Float32Array.from(
    { length: nRows * nValidation },
    (_, i) => 10 * Math.floor(i / nValidation) + (i % nValidation),
  );
const bytes = (nRows: number) => new Uint8Array(losses(nRows).buffer);

let platform: MemoryPlatform;
const withRows = (nRows: number, sampleLossStride = 1) => {
  platform = platformWith({ a: recordOf({ sampleLossStride }) });
  platform.put(path, bytes(nRows));
};
const read = () => readSampleLosses(platform, folder, nValidation);

describe('the stride', () => {
  it('is 1 for runs of ordinary size', () => {
    expect(sampleLossStride(1000, 12_000)).toBe(1);
    expect(sampleLossStride(40_000, 360)).toBe(1);
    expect(sampleLossStride(1e9, 0)).toBe(1);
  });

  it('doubles until the file of all planned epochs is small enough', () => {
    // 10^5 epochs of 360 samples: 144 MB, 72 MB, 36 MB.
    expect(sampleLossStride(100_000, 360)).toBe(4);
    for (const nEpochs of [1, 1000, 123_456, 1e9])
      for (const nSamples of [1, 360, 1e5, 3e7]) {
        const stride = sampleLossStride(nEpochs, nSamples);
        expect(4 * nSamples * Math.floor(nEpochs / stride)).toBeLessThanOrEqual(maxSampleLossBytes);
      }
  });

  it('never becomes smaller than that of the rows which are there', () => {
    expect(sampleLossStride(10, 360, 8)).toBe(8);
    expect(sampleLossStride(100_000, 360, 3)).toBe(3);
    expect(sampleLossStride(200_000, 360, 3)).toBe(6);
  });
});

describe('reading', () => {
  beforeEach(() => withRows(4));

  it('gives a row an epoch', async () => {
    const read3 = await read();
    expect(read3.map(({ epoch }) => epoch)).toEqual([1, 2, 3, 4]);
    expect(read3[2]!.losses).toEqual(Float32Array.of(20, 21, 22));
  });

  it('knows which epochs the rows are of', async () => {
    withRows(3, 4);
    expect((await read()).map(({ epoch }) => epoch)).toEqual([4, 8, 12]);
  });

  it('leaves out a last row that is torn', async () => {
    platform.put(path, bytes(4).slice(0, -5));
    expect((await read()).map(({ epoch }) => epoch)).toEqual([1, 2, 3]);
  });

  it('gives nothing where there is no file, or no validation part', async () => {
    expect(await readSampleLosses(platform, folder, 0)).toEqual([]);
    platform.disk.delete(path);
    expect(await read()).toEqual([]);
  });

  it.each([
    [256, 1, 256],
    [257, 2, 128],
    [1000, 4, 250],
    [100_000, 512, 195],
  ])('of %i rows takes every %ith, and never more than 256', async (nRows, step, n) => {
    withRows(nRows);
    const before = platform.nOperations;
    const rows = await read();
    expect(rows).toHaveLength(n);
    expect(rows.map(({ epoch }) => epoch)).toEqual(Array.from({ length: n }, (_, i) => (i + 1) * step));
    expect(rows.at(-1)!.losses[0]).toBe(10 * (n * step - 1));
    // A long file is not read as a whole.
    expect(platform.nOperations - before).toBe(n + 2);
  });
});

describe('before a run goes on', () => {
  it('what came after its epoch is dropped, with a torn row', async () => {
    withRows(5);
    platform.put(path, bytes(5).slice(0, -1));
    await rewindSampleLosses(platform, folder, 3, nValidation, { before: 1, after: 1 });
    expect(platform.bytes(path)).toEqual(bytes(3));
  });

  it('rows that lie farther apart are counted', async () => {
    withRows(5, 4);
    await rewindSampleLosses(platform, folder, 15, nValidation, { before: 4, after: 4 });
    expect(platform.bytes(path)).toEqual(bytes(3));
  });

  it('rows in between go, where they are to be farther apart', async () => {
    // Rows of the epochs 2, 4, 6, 8, 10; those of 4 and 8 stay.
    withRows(5, 2);
    await rewindSampleLosses(platform, folder, 10, nValidation, { before: 2, after: 4 });
    const kept = new Float32Array(platform.bytes(path).slice().buffer);
    expect([...kept]).toEqual([10, 11, 12, 30, 31, 32]);
  });

  it('there may be no file', async () => {
    platform.disk.delete(path);
    await rewindSampleLosses(platform, folder, 3, nValidation, { before: 1, after: 2 });
    expect(platform.disk.has(path)).toBe(false);
  });
});
