import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { commands } from '../../src/ids';
import { eventually, nEpochs, openConfiguration, readJson, runFolders, withFolder } from './workspace';

suite('Train Model', () => {
  test('leaves a finished run with every epoch on disk', () =>
    withFolder(async folder => {
      await openConfiguration(folder);
      await vscode.commands.executeCommand(commands.trainModel);
      const run = await eventually(async () => (await runFolders(folder))[0]);
      const record = await eventually(async () => {
        const written = await readJson(path.join(run, 'run.json'));
        return written && written.status !== 'running' ? written : undefined;
      });
      assert.equal(record.status, 'finished', String(record.message));
      const lines = (await readFile(path.join(run, 'metrics.jsonl'), 'utf8')).trim().split('\n');
      const epochs = lines.map(line => JSON.parse(line).epoch).filter(epoch => epoch !== undefined);
      assert.deepEqual(
        epochs,
        Array.from({ length: nEpochs }, (_, i) => i + 1),
      );
    }));
});
