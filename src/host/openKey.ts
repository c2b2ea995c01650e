import * as vscode from 'vscode';
import { rangeOfKey } from '../config/locate';
import { parseSyntax } from '../config/syntax/syntax';
import { nodeAt } from '../config/syntax/tree';
import type { RunSummary } from '../protocol';
import { tell } from './tell';

/**
 * Shows the configuration of a run, where it is shown already or beside the panel that asked.
 * @param key to select with its value, null for none
 */
export async function openKey({ configurationPath, configurationFile }: RunSummary, key: string | null) {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.file(configurationPath));
  const shown = vscode.window.visibleTextEditors.find(editor => editor.document === document);
  const viewColumn = shown?.viewColumn ?? vscode.ViewColumn.One;
  if (key === null) return void vscode.window.showTextDocument(document, { viewColumn });
  const { root } = parseSyntax(document.getText(), configurationFile);
  const { start, end } = rangeOfKey(root, key);
  const selection = new vscode.Range(document.positionAt(start), document.positionAt(end));
  await vscode.window.showTextDocument(document, { selection, viewColumn });
  if (!nodeAt(root, key.split('.'))) await tellWhere(configurationFile, key);
}

const tellWhere = (file: string, key: string) => {
  const [section = '', name = ''] = key.split('.');
  return tell.information(
    vscode.l10n.t(
      '{0} does not set {1}, so its default counts. Add it to the section {2}.',
      file,
      name,
      section,
    ),
  );
};
