import { mkdir, readdir } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { nodePlatform } from '../../src/platform/node';
import { commandLine } from './support';

const { run, path, write, read, project } = commandLine();
let [first, second] = ['', ''];
beforeEach(async () => {
  await project();
  const ids = [];
  for (const rate of [0.05, 0.01]) {
    const set = [`training.learning_rate=${rate}`];
    ids.push((await run(['train', 'a.model.yaml', '--json'], { set })).lines.at(-1)!.run);
  }
  [first, second] = ids as [string, string];
});

const recordPath = (id: string) => `.descent/runs/${id}/run.json`;
const changeRecord = async (id: string, changed: object) =>
  write(recordPath(id), JSON.stringify({ ...JSON.parse(await read(recordPath(id))), ...changed }));

const { self } = nodePlatform('').process;

describe('runs list', () => {
  it('has the newest first', async () => {
    const { lines } = await run(['runs', 'list', '--json']);
    expect(lines).toMatchObject([
      { type: 'run', id: second, status: 'finished' },
      { type: 'run', id: first, name: 'run 1' },
    ]);
    expect((await run(['runs'])).out).toMatch(/^run +configuration +status .*\n.*finished/);
  });

  it('finds runs below the working folder, but not in hidden folders and packages', async () => {
    for (const name of ['deep/er', '.hidden', 'node_modules']) {
      await mkdir(path(`${name}/.descent/runs/x`), { recursive: true });
      await write(`${name}/.descent/runs/x/run.json`, await read(recordPath(first)));
    }
    expect((await run(['runs', '--json'])).lines.map(({ id }) => id).sort()).toEqual([first, second, 'x']);
  });

  it('lists the others beside one that is damaged, which it names', async () => {
    await write(recordPath(first), '{');
    const { code, errors, lines } = await run(['runs', '--json']);
    expect([code, lines.length]).toEqual([0, 1]);
    expect(errors).toContain(`${first} holds no readable run`);
  });

  it('says how to make the first run', async () => {
    for (const id of [first, second]) await run(['runs', 'delete', id]);
    expect((await run(['runs'])).out).toBe('No run yet. "descent train CONFIG" makes one.\n');
  });
});

describe('runs show', () => {
  it('shows a run by its id or by its folder', async () => {
    const shown = await run(['runs', 'show', first, '--json']);
    expect(shown.lines).toMatchObject([
      { type: 'run', id: first, epochs: [{ epoch: 1 }, { epoch: 2 }, { epoch: 3 }] },
    ]);
    expect((await run(['runs', 'show', path(`.descent/runs/${first}`), '--json'])).lines).toEqual(
      shown.lines,
    );
    expect((await run(['runs', 'show', first])).out).toMatch(
      /status +finished\nrows +19 to train on, 5 to validate/,
    );
  });

  it('tells how many epochs can be looked at', async () => {
    expect((await run(['runs', 'show', first])).out).toMatch(/recorded +weights of 4 epochs, from 0 to 3\n/);
    await changeRecord(first, { checkpoints: [], status: 'stopped' });
    expect((await run(['runs', 'show', first])).out).toMatch(/recorded +weights of epoch \d\n/);
    await changeRecord(first, { best: null });
    expect((await run(['runs', 'show', first])).out).toMatch(/recorded +weights of no epoch\n/);
  });

  it('tells what was changed while it trained', async () => {
    await changeRecord(first, { adjustments: [{ step: 8, key: 'learning_rate', from: 0.05, to: 0.5 }] });
    expect((await run(['runs', 'show', first])).out).toMatch(
      /changed +learning_rate 0\.05 → 0\.5 after step 8\n/,
    );
  });

  it('tells an interrupted run from one that trains', async () => {
    // No process has such a number.
    await changeRecord(first, { status: 'running', process: { ...self, id: 2 ** 30 } });
    expect((await run(['runs', 'show', first, '--json'])).lines[0]).toMatchObject({ status: 'interrupted' });
  });
});

it('a record that cannot be read is an error with the key at fault', async () => {
  await changeRecord(first, { number: 'one' });
  const { code, lines } = await run(['runs', 'show', first, '--json']);
  expect(code).toBe(1);
  expect(lines).toMatchObject([
    { type: 'error', code: 'internal', message: expect.stringMatching(/valid number: /) },
  ]);
});

describe('runs compare', () => {
  it('shows the keys that differ, and the results', async () => {
    const { lines } = await run(['runs', 'compare', first, second, '--json']);
    expect(lines).toMatchObject([
      {
        type: 'comparison',
        runs: [
          { id: first, parameters: { 'training.learning_rate': 0.05 } },
          { id: second, parameters: { 'training.learning_rate': 0.01 } },
        ],
      },
    ]);
    expect(Object.keys(lines[0].runs[0].parameters)).toHaveLength(1);
    expect((await run(['runs', 'compare', first, second])).out).toMatch(
      /training\.learning_rate +0\.05 +0\.01/,
    );
  });

  it('needs two', async () => {
    const { code, errors } = await run(['runs', 'compare', first]);
    expect([code, errors]).toEqual([1, 'error: Name at least two runs to compare.\n']);
  });
});

describe('runs delete', () => {
  it('removes one run and no other', async () => {
    const { lines } = await run(['runs', 'delete', first, '--json']);
    expect(lines).toEqual([{ type: 'done', deleted: path(`.descent/runs/${first}`) }]);
    expect(await readdir(path('.descent/runs'))).toEqual([second]);
  });

  it('leaves a run that is being trained', async () => {
    await changeRecord(first, { status: 'running', process: self });
    expect(await run(['runs', 'delete', first])).toMatchObject({
      code: 1,
      errors: expect.stringContaining('Stop it first'),
    });
    expect(await readdir(path('.descent/runs'))).toHaveLength(2);
  });
});

it.each([
  [['runs', 'show', 'nothing'], 'There is no run nothing here.'],
  [['runs', 'delete', 'nothing'], 'There is no run nothing here.'],
  [['runs', 'show'], 'Name one run.'],
  [['runs', 'rename'], 'There is no "runs rename".'],
])('%j is an error', async (words, message) => {
  expect(await run(words)).toMatchObject({ code: 1, errors: expect.stringContaining(message) });
});
