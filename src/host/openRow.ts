import * as vscode from 'vscode';
import type { RunSummary, Split } from '../protocol';
import type { RunStore } from './runStore';
import { tell } from './tell';

/** Opens the data file of a run with one line selected, beside the panel that asked for it. */
export async function openRow(store: RunStore, run: RunSummary, split: Split, line: number) {
  const file = await store.folders.dataFile(run, split);
  if (file === undefined) return;
  if (file.endsWith('.gz')) return void tell.information(`${file} is packed. Unpack it to see its rows.`);
  const document = await vscode.workspace.openTextDocument(vscode.Uri.file(file));
  const selection = document.lineAt(Math.min(line, document.lineCount) - 1).range;
  await vscode.window.showTextDocument(document, { selection, viewColumn: vscode.ViewColumn.One });
}
