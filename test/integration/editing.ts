import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { commands, diagnosticsOwner } from '../../src/ids';
import { configuration, eventually, openConfiguration, runFolders, withFolder } from './workspace';

suite('a configuration in the editor', () => {
  test('a misspelt key is told, at its place', () =>
    withFolder(async folder => {
      const { uri } = await openConfiguration(folder, configuration.replace('learning_rate', 'learning_rat'));
      const problem = await eventually(() => vscode.languages.getDiagnostics(uri)[0]);
      assert.equal(problem.source?.toLowerCase(), diagnosticsOwner);
      assert.match(problem.message, /learning_rat\b.*learning_rate/s);
      assert.equal(problem.range.start.line, 7);
    }));

  test('a good file has no problems, and mending a bad one takes them away', () =>
    withFolder(async folder => {
      const { uri } = await openConfiguration(folder, configuration.replace('0.1', 'fast'));
      await eventually(() => vscode.languages.getDiagnostics(uri)[0]);
      const edit = new vscode.WorkspaceEdit();
      edit.replace(uri, new vscode.Range(0, 0, 100, 0), configuration);
      await vscode.workspace.applyEdit(edit);
      await eventually(() => vscode.languages.getDiagnostics(uri).length === 0 || undefined);
    }));

  test('a fault in the data is told at the key that leads to it, with its place in the file', () =>
    withFolder(async folder => {
      const data = path.join(folder, 'points.csv');
      await writeFile(data, (await readFile(data, 'utf8')).replace('\n1,', '\none,'));
      const { uri } = await openConfiguration(folder);
      const problem = await eventually(() => vscode.languages.getDiagnostics(uri)[0]);
      assert.match(problem.message, /line 3, column "x": "one" is not a number/);
      assert.equal(problem.relatedInformation?.[0]?.location.uri.fsPath, data);
      assert.equal(problem.relatedInformation?.[0]?.location.range.start.line, 2);
    }));

  test('a first configuration is written for a table, and is sound', () =>
    withFolder(async folder => {
      const data = vscode.Uri.file(path.join(folder, 'points.csv'));
      await vscode.commands.executeCommand(commands.createConfiguration, data);
      const document = vscode.window.activeTextEditor!.document;
      assert.equal(document.uri.fsPath, path.join(folder, 'points.model.yaml'));
      assert.match(document.getText(), /target: label/);
      await vscode.commands.executeCommand(commands.trainModel);
      await eventually(async () => (await runFolders(folder))[0]);
      assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
    }));

  test('a key is explained under the mouse', () =>
    withFolder(async folder => {
      const document = await openConfiguration(folder);
      const place = document.positionAt(document.getText().indexOf('learning_rate') + 3);
      const words = await eventually(async () => {
        const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
          'vscode.executeHoverProvider',
          document.uri,
          place,
        );
        return hovers.flatMap(({ contents }) => contents.map(textOf)).join('\n') || undefined;
      });
      assert.match(words, /Step size/);
    }));
});

const textOf = (content: vscode.MarkdownString | vscode.MarkedString) =>
  typeof content === 'string' ? content : content.value;
