import { describe, expect, it, test } from 'vitest';
import { initNetwork } from '../../src/engine/network';
import { Random } from '../../src/engine/random';
import { checkpointPath, listCheckpoints } from '../../src/runs/checkpointFiles';
import { Checkpoints } from '../../src/worker/checkpoints';
import { MemoryPlatform } from '../helpers/memoryPlatform';

const folder = '/run';
const network = (width = 3) =>
  initNetwork(
    { nInputs: 2, hiddenSizes: [width], activations: ['relu'], nOutputs: 2, weightInit: 'auto' },
    Random.seeded(1),
  );
const started = (platform: MemoryPlatform, schedule: number[], saved: number[] = []) =>
  new Checkpoints(platform, folder, new Set(schedule), saved);

describe('checkpoints', () => {
  it('are made of the epochs on the schedule that have none yet', async () => {
    const platform = new MemoryPlatform();
    const checkpoints = started(platform, [1, 2, 4], [1]);
    for (const epoch of [1, 2, 3, 4]) checkpoints.add({ epoch, network: network() });
    expect([1, 2, 3, 4].map(epoch => checkpoints.find(epoch)?.epoch)).toEqual([undefined, 2, undefined, 4]);
    await checkpoints.save();
    expect(await listCheckpoints(platform, folder)).toEqual([2, 4]);
    expect(checkpoints.epochs).toEqual([1, 2, 4]);
    expect(checkpoints.find(2)).toBeUndefined();
  });

  it('are not made of weights that have overflowed', async () => {
    const checkpoints = started(new MemoryPlatform(), [1]);
    const overflowed = network();
    overflowed.layers[1]!.biases[1] = Number.POSITIVE_INFINITY;
    checkpoints.add({ epoch: 1, network: overflowed });
    expect(checkpoints.find(1)).toBeUndefined();
  });

  it('that cannot be written wait, and those before them count as written', async () => {
    const platform = new MemoryPlatform();
    const checkpoints = started(platform, [1, 2, 3]);
    for (const epoch of [1, 2, 3]) checkpoints.add({ epoch, network: network() });
    // The folder and the first file, then no more.
    platform.failsAt = n => n > 2;
    await expect(checkpoints.save()).rejects.toThrow('no space left');
    expect(checkpoints.epochs).toEqual([1]);
    platform.failsAt = () => false;
    await checkpoints.save();
    expect(checkpoints.epochs).toEqual([1, 2, 3]);
    expect(platform.disk.has(checkpointPath(platform, folder, 3))).toBe(true);
  });

  test('it is time to save when many bytes wait', async () => {
    const checkpoints = started(new MemoryPlatform(), [1, 2, 3]);
    // 2 million parameters each: 7.8 MB.
    for (const epoch of [1, 2]) checkpoints.add({ epoch, network: network(390_000) });
    expect(checkpoints.isFull).toBe(false);
    checkpoints.add({ epoch: 3, network: network(390_000) });
    expect(checkpoints.isFull).toBe(true);
    await checkpoints.save();
    expect(checkpoints.isFull).toBe(false);
  });
});
