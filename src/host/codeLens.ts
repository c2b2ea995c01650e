import * as vscode from 'vscode';
import { commands } from '../ids';
import { selector } from './configurations';
import type { RunStore } from './runStore';

const firstLine = new vscode.Range(0, 0, 0, 0);
const lens = (title: string, command: string, ...args: unknown[]) =>
  new vscode.CodeLens(firstLine, { title, command, arguments: args });

/** Train, or Stop while it trains, above the configuration. */
export function registerCodeLens(store: RunStore): vscode.Disposable {
  return vscode.languages.registerCodeLensProvider(selector, {
    onDidChangeCodeLenses: store.onDidChangeRuns,
    provideCodeLenses({ uri }) {
      const explore = lens('$(graph-line) Model Explorer', commands.showModelExplorer);
      const run = store.liveOf(uri.fsPath)?.summary;
      if (!run) {
        const train = lens('$(play) Train', commands.trainModel, uri);
        return [train, lens('$(debug-step-over) Step by Step', commands.trainStepByStep, uri), explore];
      }
      const pause = lens('$(debug-pause) Pause', commands.pauseTraining, run);
      const resume = lens('$(debug-continue) Resume', commands.resumeTraining, run);
      const stop = lens('$(debug-stop) Stop', commands.stopTraining, run);
      return [stop, run.status === 'paused' ? resume : pause, explore];
    },
  });
}
