import { afterEach, describe, expect, it, vi } from 'vitest';
import type { MemoryPlatform } from '../helpers/memoryPlatform';
import { inquirer } from './questions/support';
import {
  dataPath,
  folder,
  paramsOf,
  projectPlatform,
  sessionOn,
  table,
  tickingClock,
  train,
} from './support';

afterEach(() => vi.restoreAllMocks());

const ofValidation = { split: 'validation' } as const;

async function trained(changed = {}): Promise<MemoryPlatform> {
  const platform = projectPlatform();
  await train(platform, changed);
  return platform;
}

describe('a stored run', () => {
  it('answers with its best epoch', async () => {
    const platform = projectPlatform();
    const { best } = (await train(platform)).summary;
    const { epoch, loss, accuracy, losses } = await inquirer(platform)('predictions', ofValidation);
    expect({ epoch, loss, accuracy }).toEqual({
      ...{ epoch: best!.epoch, loss: best!.valLoss, accuracy: best!.valAccuracy },
    });
    expect(losses.reduce((sum, loss) => sum + loss, 0) / losses.length).toBeCloseTo(loss, 6);
  });

  it('reads its data once for many questions', async () => {
    const platform = await trained();
    const ask = inquirer(platform);
    const read = vi.spyOn(platform.files, 'read');
    await ask('predictions', ofValidation);
    await ask('predictions', { split: 'train' });
    await ask('samples', { split: 'train', indices: [0] });
    expect(read.mock.calls.filter(([path]) => path === dataPath)).toHaveLength(1);
  });

  it('is looked at anew when it was written to', async () => {
    const platform = await trained({ overrides: ['training.epochs=1'] });
    const ask = inquirer(platform);
    const before = await ask('weights', null);
    await train(platform, { resume: true, overrides: ['training.epochs=2'] });
    const after = await ask('weights', null);
    expect([before.epoch, after.epoch]).toEqual([1, 2]);
  });

  it('shows its weights without its data, and says why there are no samples', async () => {
    const platform = await trained();
    platform.put(dataPath, `${table}\n1,2,3,low`);
    const ask = inquirer(platform);
    expect((await ask('weights', null)).layers).toHaveLength(2);
    await expect(ask('predictions', ofValidation)).rejects.toThrow(/changed since/);
    platform.put(dataPath, table);
    expect((await ask('predictions', ofValidation)).losses).toHaveLength(5);
  });
});

describe('weights that were changed by hand', () => {
  const bias = { layer: 1, input: null, output: 0, value: 1000 };

  it('act on everything that is asked, and on nothing that is stored', async () => {
    const platform = await trained();
    const ask = inquirer(platform);
    const before = await ask('predictions', ofValidation);
    const weight = { layer: 0, input: 1, output: 2, value: 7 };
    const { layers } = await ask('weights', null, { edits: [bias, weight] });
    expect([layers[1]!.biases[0], layers[0]!.weights[1 * 4 + 2]]).toEqual([1000, 7]);
    const { outcome } = await ask('predictions', ofValidation, { edits: [bias] });
    expect(outcome).toMatchObject({ predictedClass: new Int32Array(5) });
    expect(await ask('predictions', ofValidation)).toEqual(before);
  });

  it.each([
    ['layer', { layer: 2 }],
    ['row', { input: 2, layer: 0 }],
    ['unit', { output: 2 }],
  ])('must be there: no such %s', async (_, changed) => {
    const asked = inquirer(await trained())('weights', null, { edits: [{ ...bias, ...changed }] });
    await expect(asked).rejects.toMatchObject({ code: 'no-weight' });
  });
});

it('a live run answers with its weights as they are, between two steps', async () => {
  tickingClock(10);
  const platform = projectPlatform();
  const { session } = sessionOn(platform);
  const { ended } = await session.start(paramsOf({ beginPaused: true }));
  const ask = inquirer(platform);
  const look = () => ask('weights', null, { live: session.snapshot(null)! });
  const start = await look();
  session.step();
  while (session.snapshot(null)!.step === 0) await Promise.resolve();
  const next = await look();
  expect([start.epoch, next.epoch]).toEqual([0, 0]);
  expect(next.layers[0]!.weights).not.toEqual(start.layers[0]!.weights);
  session.stop();
  await ended;
});

describe('a question that makes no sense is refused', () => {
  it.each([
    ['an unknown one', 'fly', null, 'unknown-question'],
    ['parameters of another', 'predictions', null, 'wrong-question'],
    ['a split that is none', 'predictions', { split: 'all' }, 'wrong-question'],
    ['a sample that is not there', 'samples', { split: 'train', indices: [19] }, 'no-sample'],
    ['a part that is not there', 'predictions', { split: 'test' }, 'no-split'],
  ])('%s', async (_, question, params, code) => {
    const ask = inquirer(await trained()) as (question: string, params: unknown) => Promise<unknown>;
    await expect(ask(question, params)).rejects.toMatchObject({ code });
  });
});

it('damaged weights are named', async () => {
  const platform = await trained();
  const path = `${folder}/best.safetensors`;
  platform.put(path, platform.bytes(path).with(-1, 1));
  await expect(inquirer(platform)('weights', null)).rejects.toThrow(path);
});
