import * as vscode from 'vscode';
import type { RunSummary, Split } from '../protocol';
import type { RunStore } from './runStore';
import { tell } from './tell';

export interface NumberedLine {
  readonly file: string;
  readonly line: number;
}

/** The data file of a split as a document; undefined, and told, where it has none that can be edited. */
export async function openDataFile(store: RunStore, run: RunSummary, split: Split) {
  const file = await store.folders.dataFile(run, split);
  if (file === undefined) return undefined;
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  if (file.endsWith('.gz')) {
    void tell.information(vscode.l10n.t('{0} is packed. Unpack it to see and change its rows.', name));
    return undefined;
  }
  return { name, document: await vscode.workspace.openTextDocument(vscode.Uri.file(file)) };
}

/** Opens the data file of a run with one line selected, beside the panel that asked for it. */
export async function openRow(store: RunStore, run: RunSummary, split: Split, line: number) {
  const opened = await openDataFile(store, run, split);
  if (!opened) return;
  const { document } = opened;
  const selection = document.lineAt(Math.min(line, document.lineCount) - 1).range;
  await vscode.window.showTextDocument(document, { selection, viewColumn: vscode.ViewColumn.One });
}
