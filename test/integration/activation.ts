import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands } from '../../src/ids';
import { extension, openConfiguration, withFolder } from './workspace';

const limitMs = 100;

suite('activation', () => {
  test('is quick', async function () {
    await withFolder(async folder => {
      await openConfiguration(folder);
      const { activationMs } = await extension.activate();
      this.test!.title += ` (activation: ${activationMs.toFixed(0)} ms)`;
      assert.ok(activationMs < limitMs, `activation took ${activationMs} ms, the limit is ${limitMs} ms`);
    });
  });

  test('registers every command', async () => {
    await extension.activate();
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      Object.values(commands).filter(id => !registered.has(id)),
      [],
    );
  });
});
