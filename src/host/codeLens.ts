import * as vscode from 'vscode';
import { commands } from '../ids';
import { selector } from './configurations';
import type { RunStore } from './runStore';

const { t } = vscode.l10n;

const firstLine = new vscode.Range(0, 0, 0, 0);
const lens = (title: string, command: string, ...args: unknown[]) =>
  new vscode.CodeLens(firstLine, { title, command, arguments: args });

/** Train, or Stop while it trains, above the configuration. */
export function registerCodeLens(store: RunStore): vscode.Disposable {
  return vscode.languages.registerCodeLensProvider(selector, {
    onDidChangeCodeLenses: store.onDidChangeRuns,
    provideCodeLenses({ uri }) {
      const explore = lens(`$(graph-line) ${t('Model Explorer')}`, commands.showModelExplorer);
      const run = store.liveOf(uri.fsPath)?.summary;
      if (!run) {
        const train = lens(`$(play) ${t('Train')}`, commands.trainModel, uri);
        const stepwise = lens(`$(debug-step-over) ${t('Step by Step')}`, commands.trainStepByStep, uri);
        return [train, stepwise, explore];
      }
      const pause = lens(`$(debug-pause) ${t('Pause')}`, commands.pauseTraining, run);
      const resume = lens(`$(debug-continue) ${t('Resume')}`, commands.resumeTraining, run);
      const stop = lens(`$(debug-stop) ${t('Stop')}`, commands.stopTraining, run);
      return [stop, run.status === 'paused' ? resume : pause, explore];
    },
  });
}
