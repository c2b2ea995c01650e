import { rename, rm } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { table } from '../worker/support';
import { commandLine } from './support';

const { run, path, write, project } = commandLine();
beforeEach(async () => {
  await project();
  await run(['train', 'a.model.yaml'], { out: 'mine' });
});

describe('evaluate --json', () => {
  it('prints what the run did on its validation part', async () => {
    const { code, lines } = await run(['evaluate', 'mine', '--json']);
    const trained = (await run(['runs', 'show', 'mine', '--json'])).lines[0];
    expect(code).toBe(0);
    expect(lines).toMatchObject([
      { type: 'evaluation', nSamples: 5, loss: trained.best.valLoss, accuracy: trained.best.valAccuracy },
    ]);
    const [{ worst, confusion }] = lines;
    expect(confusion.flat().reduce((sum: number, count: number) => sum + count, 0)).toBe(5);
    expect(Object.keys(worst[0])).toEqual([
      ...['row', 'loss', 'trueClass', 'predictedClass', 'probabilityOfTrue', 'probabilityOfPredicted'],
    ]);
  });

  it('looks at another part or at another file', async () => {
    expect((await run(['evaluate', 'mine', '--json'], { split: 'train' })).lines[0].nSamples).toBe(19);
    await write('new.csv', 'x,y,label\n0,0,low\n');
    const { lines } = await run(['evaluate', 'mine', '--json'], { data: 'new.csv' });
    expect(lines[0]).toMatchObject({ nSamples: 1, worst: [{ row: 0, trueClass: 'low' }] });
  });

  it('needs no more than the run folder to look at another file', async () => {
    await write('new.csv', 'x,y,label\n0,0,low\n12,10,high\n');
    const here = await run(['evaluate', 'mine', '--json'], { data: 'new.csv' });
    await rename(path('mine'), path('copy'));
    await rm(path('data.csv'));
    await rm(path('a.model.yaml'));
    const there = await run(['evaluate', 'copy', '--json'], { data: 'new.csv' });
    expect([there.code, there.lines]).toEqual([0, here.lines]);
  });

  it('prints as many of the worst as are asked for', async () => {
    expect((await run(['evaluate', 'mine', '--json'], { worst: '2' })).lines[0].worst).toHaveLength(2);
    expect((await run(['evaluate', 'mine', '--json'], { worst: '0' })).lines[0].worst).toEqual([]);
  });
});

describe('evaluate --epoch', () => {
  it('looks at a recorded epoch', async () => {
    const [shown] = (await run(['runs', 'show', 'mine', '--json'])).lines;
    for (const { epoch, valLoss, valAccuracy } of shown.epochs) {
      const { lines } = await run(['evaluate', 'mine', '--json'], { epoch: String(epoch) });
      expect(lines).toMatchObject([{ epoch, loss: valLoss, accuracy: valAccuracy }]);
    }
    expect((await run(['evaluate', 'mine'], { epoch: '0' })).out).toContain('at epoch 0,');
  });

  it('that was not recorded is an error with those that were', async () => {
    const { code, lines } = await run(['evaluate', 'mine', '--json'], { epoch: '7' });
    expect(code).toBe(1);
    expect(lines).toMatchObject([
      { type: 'error', code: 'epoch-not-recorded', message: expect.stringContaining('0, 1, 2, 3.') },
    ]);
  });
});

describe('evaluate for people', () => {
  it('prints a table', async () => {
    const { out } = await run(['evaluate', 'mine'], { worst: '2' });
    expect(out).toMatch(
      /^validation: 5 samples at epoch \d, loss [\d.]+, accuracy [\d.]+ %\n\nrow +true +predicted/,
    );
    expect(out.trim().split('\n')).toHaveLength(5);
  });

  it('prints values where there are no classes', async () => {
    await run(['train', 'a.model.yaml'], { out: 'sums', set: ['data.target=sum'] });
    const { out } = await run(['evaluate', 'sums'], { worst: '1' });
    expect(out).toMatch(/loss [\d.]+\n\nrow +true +predicted +loss\n/);
  });
});

it.each([
  ['an unknown run', 'theirs', {}, 'There is no run theirs here.'],
  ['an unknown part', 'mine', { split: 'all' }, 'There is no split all.'],
  ['a part that the run does not have', 'mine', { split: 'test' }, 'This run has no test part.'],
  ['half a sample', 'mine', { worst: '1.5' }, '--worst takes a number of samples, not 1.5.'],
  [
    'an epoch that is no number',
    'mine',
    { epoch: 'best' },
    '--epoch takes the number of an epoch, not best.',
  ],
  ['a file that is not there', 'mine', { data: 'no.csv' }, 'There is no file'],
])('%s is an error', async (_, name, values, message) => {
  expect(await run(['evaluate', name], values)).toMatchObject({
    code: 1,
    errors: expect.stringContaining(message),
  });
});

it('data that has changed since is an error', async () => {
  await write('data.csv', `${table}\n1,2,3,low`);
  const { code, lines } = await run(['evaluate', 'mine', '--json']);
  expect(code).toBe(1);
  expect(lines).toMatchObject([{ type: 'error', message: expect.stringContaining('changed since') }]);
});
