import * as vscode from 'vscode';
import { commands } from '../ids';
import type { RunStore } from './runStore';

const { t } = vscode.l10n;

/** One item while a run trains: epoch and loss; a click offers to stop it. */
export function registerStatusBar(store: RunStore): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('descent.training', vscode.StatusBarAlignment.Left);
  item.name = t('Descent Training');
  item.command = commands.stopTraining;
  const update = () => {
    const run = store.active;
    if (!run) return item.hide();
    const { configurationFile, status, lastEpoch, plannedEpochs } = run.summary;
    const latest = run.history.epochs.at(-1);
    const loss = latest?.valLoss ?? latest?.loss;
    const icon = status === 'paused' ? '$(debug-pause)' : '$(loading~spin)';
    const numbers = loss == null ? '' : ` · ${t('loss {0}', loss.toPrecision(3))}`;
    item.text = `${icon} ${shortName(configurationFile)} ${lastEpoch} / ${plannedEpochs}${numbers} $(debug-stop)`;
    const words = t('Training {0}: epoch {1} of {2}', configurationFile, lastEpoch, plannedEpochs);
    item.accessibilityInformation = {
      label: `${words}${numbers}. ${t('Stop training.')}`,
      role: 'button',
    };
    item.tooltip = `${words}. ${t('Click to stop.')}`;
    item.show();
  };
  return vscode.Disposable.from(item, store.onDidProgress(update), store.onDidChangeRuns(update));
}

/** `digits.model.yaml` is the model `digits`. */
export const shortName = (configurationFile: string) => configurationFile.replace(/\.model\.\w+$/, '');
