import * as vscode from 'vscode';
import { commands } from '../ids';
import type { RunStore } from './runStore';

/** One item while a run trains: epoch and loss; a click offers to stop it. */
export function registerStatusBar(store: RunStore): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('descent.training', vscode.StatusBarAlignment.Left);
  item.name = 'Descent Training';
  item.command = commands.stopTraining;
  const update = () => {
    const run = store.active;
    if (!run) return item.hide();
    const { configurationFile, status, lastEpoch, plannedEpochs } = run.summary;
    const latest = run.history.epochs.at(-1);
    const loss = latest?.valLoss ?? latest?.loss;
    const icon = status === 'paused' ? '$(debug-pause)' : '$(loading~spin)';
    const numbers = loss == null ? '' : ` · loss ${loss.toPrecision(3)}`;
    item.text = `${icon} ${shortName(configurationFile)} ${lastEpoch} / ${plannedEpochs}${numbers} $(debug-stop)`;
    item.accessibilityInformation = {
      label: `Training ${configurationFile}, epoch ${lastEpoch} of ${plannedEpochs}${numbers}. Stop training.`,
      role: 'button',
    };
    item.tooltip = `Training ${configurationFile}: epoch ${lastEpoch} of ${plannedEpochs}. Click to stop.`;
    item.show();
  };
  return vscode.Disposable.from(item, store.onDidProgress(update), store.onDidChangeRuns(update));
}

/** `digits.model.yaml` is the model `digits`. */
export const shortName = (configurationFile: string) => configurationFile.replace(/\.model\.\w+$/, '');
