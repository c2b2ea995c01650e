import * as vscode from 'vscode';
import type { RunRecord, Split } from '../protocol';
import type { RunStore } from './runStore';

/** Opens the data file of a run with one line selected, beside the panel that asked for it. */
export async function openRow(
  store: RunStore,
  extension: vscode.Uri,
  runId: string,
  split: Split,
  line: number,
) {
  const run = store.find(runId);
  if (!run) return;
  const folder = vscode.Uri.joinPath(vscode.Uri.file(run.configurationPath), '..');
  const file = dataFile(await store.record(run), split, folder, extension);
  if (!file) return;
  const document = await vscode.workspace.openTextDocument(file);
  const selection = document.lineAt(Math.min(line, document.lineCount) - 1).range;
  await vscode.window.showTextDocument(document, { selection, viewColumn: vscode.ViewColumn.One });
}

/** The file that holds the samples of a split, if there is one that a person can read. */
function dataFile({ configuration }: RunRecord, split: Split, folder: vscode.Uri, extension: vscode.Uri) {
  const data = (configuration.data ?? {}) as Record<string, unknown>;
  const own = split === 'train' ? undefined : data[`${split}_path`];
  const path = own ?? data.path;
  if (typeof path === 'string')
    return vscode.Uri.file(path.startsWith('/') ? path : `${folder.fsPath}/${path}`);
  const { builtin } = data;
  if (typeof builtin !== 'string') return undefined;
  return vscode.Uri.joinPath(extension, 'examples', builtin, `${builtin}.csv`);
}
