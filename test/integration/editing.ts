import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnosticsOwner } from '../../src/ids';
import { configuration, eventually, openConfiguration, withFolder } from './workspace';

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
