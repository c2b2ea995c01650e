import * as vscode from 'vscode';
import type { Services } from '../commands';
import { isConfiguration } from '../configurations';

/** Opens the panel beside the editor, on the newest run of the active configuration, which may have none yet. */
export function showModelExplorer({ store, explorer }: Services) {
  const document = vscode.window.activeTextEditor?.document;
  if (document && isConfiguration(document)) {
    const path = document.uri.fsPath;
    const run = store.runs.find(({ configurationPath }) => configurationPath === path);
    if (store.selected?.configurationPath !== path) store.select(run?.folder ?? null);
  }
  explorer.show();
}
