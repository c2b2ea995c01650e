import * as vscode from 'vscode';
import type { RunSummary } from '../../protocol';
import type { Services } from '../commands';
import { storedConfiguration } from '../storedConfigurations';

/** What the configuration said when the run began, beside what it says now. */
export async function compareConfiguration({ store }: Services, given?: RunSummary) {
  const run = given?.folder ? given : store.selected;
  if (!run) throw new Error(vscode.l10n.t('There is no run to compare with. Train a model first.'));
  const file = vscode.Uri.file(run.configurationPath);
  const title = vscode.l10n.t('{0}: {1} ↔ now', run.configurationFile, run.name);
  const options = { viewColumn: vscode.ViewColumn.One };
  await vscode.commands.executeCommand('vscode.diff', storedConfiguration(run), file, title, options);
}
