import { describe, expect, it } from 'vitest';
import type { ComparedRun, TrainerAnswer, TrainerMessage, TrainerRequest } from '../../src/protocol';
import { serve } from '../../src/worker/serve';
import { classification, configurationPath, dataPath, folder, paramsOf, projectPlatform } from './support';

const access = { allowedFolder: '/project' };
const about = (runFolder: string) => ({ at: { runFolder, epoch: null, edits: [] }, live: null, ...access });
const source = { path: configurationPath, text: classification, ...access };

/** A trainer that is asked and that answers, as over a thread's border. */
function trainer() {
  const messages: TrainerMessage[] = [];
  const handle = serve(projectPlatform(), message => messages.push(structuredClone(message)));
  let lastId = 0;
  const ask = async (method: string, params: unknown): Promise<TrainerAnswer> => {
    const id = ++lastId;
    await handle({ type: 'request', id, method, params } as TrainerRequest);
    const answers = messages.filter(message => message.type === 'answer' && message.id === id);
    expect(answers).toHaveLength(1);
    return answers[0] as TrainerAnswer;
  };
  return { ask, messages };
}

describe('every request is answered once', () => {
  it('check with what is wrong', async () => {
    const { ask } = trainer();
    expect(await ask('check', source)).toMatchObject({ ok: true, result: [] });
    expect(await ask('check', { ...source, text: 'model: {}' })).toMatchObject({
      ok: true,
      result: [{ severity: 'error' }],
    });
  });

  it('train with the run as it begins, then all that leads it', async () => {
    const { ask } = trainer();
    const params = paramsOf({ overrides: ['training.epochs=100000'] });
    expect(await ask('train', params)).toMatchObject({ ok: true, result: { status: 'running', folder } });
    expect(await ask('pause', null)).toMatchObject({ ok: true, result: 'paused' });
    expect(await ask('adjust', { learning_rate: 0.01 })).toMatchObject({ ok: true, result: 'paused' });
    expect(await ask('step', null)).toMatchObject({ ok: true, result: 'paused' });
    expect(await ask('runEpoch', null)).toMatchObject({ ok: true, result: 'running' });
    expect(await ask('resume', null)).toMatchObject({ ok: true, result: 'running' });
    expect(await ask('snapshot', { epoch: null })).toMatchObject({
      ok: true,
      result: { epoch: expect.any(Number) },
    });
    expect(await ask('stop', null)).toMatchObject({ ok: true });
  });

  it('create with a text', async () => {
    const answer = await trainer().ask('create', { dataPath, configurationFolder: '/project', target: null });
    expect(answer).toMatchObject({ ok: true, result: expect.stringContaining('path: data.csv') });
  });
});

it('compares runs by their curves alone, and one that cannot be read by none', async () => {
  const { ask, messages } = trainer();
  await ask('train', paramsOf({ overrides: ['training.epochs=3'] }));
  const isOver = () =>
    messages.some(message => message.type === 'progress' && message.run.status === 'finished');
  await expect.poll(isOver).toBe(true);
  const { result } = (await ask('compare', { runFolders: [folder, '/nothing'] })) as {
    result: ComparedRun[];
  };
  expect(result.map(({ runFolder, epochs }) => [runFolder, epochs.length])).toEqual([
    [folder, 3],
    ['/nothing', 0],
  ]);
  expect(result[0]!.epochs[0]).not.toHaveProperty('layers');
});

describe('a failure carries its code and its words', () => {
  it.each([
    ['pause', null, { code: 'no-run', message: 'There is no training to act on.' }],
    ['step', null, { code: 'no-run' }],
    ['adjust', { learning_rate: 1 }, { code: 'no-run' }],
    ['train', paramsOf({ text: 'data: 5' }), { code: 'configuration', problems: [{ severity: 'error' }] }],
    [
      'create',
      { dataPath: '/project/no.csv', configurationFolder: '/project', target: null },
      { code: 'data-missing' },
    ],
    ['snapshot', { epoch: null }, { code: 'no-run' }],
    ['ask', { ...about('/nothing'), question: 'weights', params: null }, { code: 'damaged-run' }],
    ['ask', null, { code: 'internal' }],
    ['ask', { ...about(folder), question: 'fly', params: null }, { code: 'unknown-question' }],
    ['fly', null, { code: 'unknown-method', message: 'The trainer knows no "fly".' }],
    ['toString', null, { code: 'unknown-method' }],
  ])('of %s', async (method, params, failure) => {
    expect(await trainer().ask(method, params)).toMatchObject({ ok: false, failure });
  });
});
