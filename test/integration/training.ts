import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { commands } from '../../src/ids';
import {
  configuration,
  eventually,
  nEpochs,
  openConfiguration,
  readJson,
  runFolders,
  withFolder,
} from './workspace';

/** The run of the folder, once it has a state that was waited for. */
async function runWith(folder: string, isAwaited: (record: Record<string, unknown>) => boolean) {
  const run = await eventually(async () => (await runFolders(folder))[0]);
  return eventually(async () => {
    const record = await readJson(path.join(run, 'run.json'));
    return record && isAwaited(record) ? record : undefined;
  });
}

const endless = configuration.replace(`epochs: ${nEpochs}`, 'epochs: 100000000');

suite('Train Model', () => {
  test('leaves a finished run with every epoch on disk', () =>
    withFolder(async folder => {
      await openConfiguration(folder);
      await vscode.commands.executeCommand(commands.trainModel);
      const record = await runWith(folder, ({ status }) => status !== 'running');
      assert.equal(record.status, 'finished', String(record.message));
      const [run] = await runFolders(folder);
      const lines = (await readFile(path.join(run!, 'metrics.jsonl'), 'utf8')).trim().split('\n');
      const epochs = lines.map(line => JSON.parse(line).epoch).filter(epoch => epoch !== undefined);
      assert.deepEqual(
        epochs,
        Array.from({ length: nEpochs }, (_, i) => i + 1),
      );
    }));

  test('can be paused, resumed and stopped', () =>
    withFolder(async folder => {
      await openConfiguration(folder, endless);
      await vscode.commands.executeCommand(commands.trainModel);
      await runWith(folder, ({ status }) => status === 'running');
      await vscode.commands.executeCommand(commands.pauseTraining);
      const paused = await runWith(folder, ({ status }) => status === 'paused');
      await vscode.commands.executeCommand(commands.resumeTraining);
      await runWith(
        folder,
        ({ status, lastEpoch }) => status === 'running' && lastEpoch !== paused.lastEpoch,
      );
      await vscode.commands.executeCommand(commands.stopTraining);
      const stopped = await runWith(folder, ({ status }) => status === 'stopped');
      assert.ok(Number(stopped.lastEpoch) > Number(paused.lastEpoch));
    }));

  test('can be led on step by step', () =>
    withFolder(async folder => {
      // Four steps an epoch.
      await openConfiguration(folder, `${endless}  batch_size: 8\n`);
      await vscode.commands.executeCommand(commands.trainStepByStep);
      const begun = await runWith(folder, ({ status }) => status === 'paused');
      assert.equal(begun.lastEpoch, 0);
      await vscode.commands.executeCommand(commands.step);
      await vscode.commands.executeCommand(commands.runEpoch);
      const paused = await runWith(folder, ({ lastEpoch }) => lastEpoch === 1);
      assert.equal(paused.status, 'paused');
      await vscode.commands.executeCommand(commands.stopTraining);
      const stopped = await runWith(folder, ({ status }) => status === 'stopped');
      assert.equal(stopped.lastEpoch, 1);
    }));

  test('a run that is edited under its feet keeps what it began with', () =>
    withFolder(async folder => {
      const document = await openConfiguration(folder, endless);
      await vscode.commands.executeCommand(commands.trainModel);
      const { configurationText } = await runWith(folder, ({ status }) => status === 'running');
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, new vscode.Range(0, 0, 100, 0), 'nothing: sensible');
      await vscode.workspace.applyEdit(edit);
      await document.save();
      await vscode.commands.executeCommand(commands.stopTraining);
      const stopped = await runWith(folder, ({ status }) => status === 'stopped');
      assert.equal(stopped.configurationText, configurationText);
    }));
});
