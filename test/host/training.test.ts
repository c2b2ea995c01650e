import { afterEach, expect, test, vi } from 'vitest';
import { dataFolder, Training } from '../../src/host/training';
import { closedWhileTraining } from '../../src/runs/record';
import { workspace } from '../helpers/vscode';

afterEach(() => {
  workspace.isTrusted = true;
  workspace.folders = [];
});

const log = { info: () => {}, error: () => {} };

/** A window that opens on runs that ended in the closing of another one; tells which of them it goes on with. */
async function reloaded(finishedAt: Readonly<Record<string, string>>) {
  const runs = Object.keys(finishedAt).map(folder => ({
    ...{ folder, configurationPath: `${folder}.model.yaml` },
    ...{ status: 'interrupted', message: closedWhileTraining },
  }));
  const store = {
    ...{ loaded: Promise.resolve(), runs, onDidChangeRuns: () => ({ dispose: () => {} }) },
    folders: {
      record: async (folder: string) => {
        if (finishedAt[folder] === 'damaged') throw new Error('no JSON');
        return { configurationText: '', finishedAt: finishedAt[folder] };
      },
    },
  };
  const training = new Training({} as never, store as never, log as never);
  const wentOn: string[] = [];
  vi.spyOn(training, 'goOn').mockImplementation(async ({ folder }) => {
    wentOn.push(folder);
    return undefined as never;
  });
  await training.goOnAfterReload();
  return wentOn;
}

const ago = (ms: number) => new Date(Date.now() - ms).toISOString();

test('A run goes on after a reload, and not after a night.', async () => {
  expect(await reloaded({ '/fresh': ago(1000), '/old': ago(3_600_000) })).toEqual(['/fresh']);
});

test('A folder that was not trusted yet trains nothing, whatever its runs say.', async () => {
  workspace.isTrusted = false;
  expect(await reloaded({ '/fresh': ago(1000) })).toEqual([]);
});

test('A run that ended in the future was not ended by this window.', async () => {
  expect(await reloaded({ '/copied': ago(-3_600_000) })).toEqual([]);
});

test('A run that cannot go on is no reason for the others to stay.', async () => {
  expect(await reloaded({ '/a': 'damaged', '/b': ago(1000) })).toEqual(['/b']);
});

const run = (configurationFile: string) => ({
  ...{ folder: '/work/iris/.descent/runs/1', configurationFile },
});

test('Data of a run lie in the workspace folder that the run lies in.', () => {
  workspace.folders = ['/work'];
  expect(dataFolder(run('iris.model.yaml') as never)).toBe('/work');
});

test('Data of a run outside of any workspace lie beside its configuration.', () => {
  expect(dataFolder(run('iris.model.yaml') as never)).toBe('/work/iris');
});

test('A record leads nowhere else by the name of its configuration.', () => {
  workspace.folders = ['/work'];
  expect(dataFolder(run('../../../../etc/x.model.yaml') as never)).toBe('/work');
  workspace.folders = [];
  expect(dataFolder(run('../../../../etc/x.model.yaml') as never)).toBe('/work/iris');
});
