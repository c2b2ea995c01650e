import * as vscode from 'vscode';
import type { Services } from '../commands';
import { isConfiguration } from '../configurations';

/** Opens the panel beside the editor, with the newest run of the active configuration if it has one. */
export function showModelExplorer({ store, explorer }: Services) {
  const document = vscode.window.activeTextEditor?.document;
  if (document && isConfiguration(document)) {
    const run = store.runs.find(({ configurationPath }) => configurationPath === document.uri.fsPath);
    if (run && store.selected?.configurationPath !== run.configurationPath) store.select(run.id);
  }
  explorer.show();
}
