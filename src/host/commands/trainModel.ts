import * as vscode from 'vscode';
import { commands, settings, views } from '../../ids';
import type { Services } from '../commands';
import { baseName, chooseConfiguration } from '../configurations';
import type { LiveRun } from '../liveRun';
import { tell } from '../tell';
import { TrainerError } from '../trainerClient';

const { t } = vscode.l10n;

/** Reading the data may take this long before its progress is shown. */
const quietMs = 500;

/** Trains the configuration that the person means, and shows its curves. */
export async function trainModel(services: Services, uri?: vscode.Uri, beginPaused = false) {
  if (!(await mayTrain())) return;
  const document = await chooseConfiguration(uri);
  if (document === null) return offerBeginning();
  if (!document || !(await isOnDisk(document)) || !(await mayStartAgain(services, document))) return;
  const run = await start(services, document, beginPaused);
  if (!run) return;
  await vscode.commands.executeCommand(`${views.learningCurves}.focus`, { preserveFocus: true });
  if (vscode.workspace.getConfiguration().get<boolean>(settings.openExplorerOnTrain))
    services.explorer.show();
  void vscode.window.withProgress({ location: { viewId: views.learningCurves } }, () => run.ended);
}

async function mayTrain(): Promise<boolean> {
  if (vscode.workspace.isTrusted) return true;
  const manage = t('Manage Workspace Trust');
  const message = t('Training reads data files, so it waits until you trust this workspace.');
  if ((await tell.warning(message, manage)) === manage)
    await vscode.commands.executeCommand('workbench.trust.manage');
  return false;
}

async function offerBeginning() {
  const create = t('Create Model Configuration…');
  const example = t('Open an Example…');
  const message = t(
    'There is no model configuration here yet. It is a file like iris.model.yaml beside your data.',
  );
  const choice = await tell.information(message, create, example);
  if (choice === create) await vscode.commands.executeCommand(commands.createConfiguration);
  if (choice === example) await vscode.commands.executeCommand(commands.openExample);
}

async function isOnDisk(document: vscode.TextDocument): Promise<boolean> {
  if (document.uri.scheme === 'file') return true;
  const message = document.isUntitled
    ? t('Save the configuration beside its data first.')
    : t('Training needs files on disk; this workspace is virtual.');
  await tell.warning(message);
  return false;
}

async function mayStartAgain({ store }: Services, { uri }: vscode.TextDocument): Promise<boolean> {
  const run = store.liveOf(uri.fsPath);
  if (!run) return true;
  const again = t('Stop and Train Again');
  const message = t(
    '{0} is being trained: epoch {1} of {2}.',
    baseName(uri),
    run.summary.lastEpoch,
    run.summary.plannedEpochs,
  );
  if ((await tell.information(message, again)) !== again) return false;
  await run.stop();
  return true;
}

/** The run, or undefined when it was cancelled or the person was told what to mend. */
async function start(
  services: Services,
  document: vscode.TextDocument,
  beginPaused: boolean,
): Promise<LiveRun | undefined> {
  const cancelled = new vscode.CancellationTokenSource();
  const starting = services.training.start(document, cancelled.token, beginPaused);
  const title = t('Reading the data of {0}…', baseName(document.uri));
  const timer = setTimeout(() => {
    const options = { location: vscode.ProgressLocation.Notification, cancellable: true, title };
    void vscode.window.withProgress(options, (_progress, token) => {
      token.onCancellationRequested(() => cancelled.cancel());
      return starting.then(
        () => {},
        () => {},
      );
    });
  }, quietMs);
  try {
    return await starting;
  } catch (error) {
    if (!cancelled.token.isCancellationRequested) await explain(services, document, error);
    return undefined;
  } finally {
    clearTimeout(timer);
    cancelled.dispose();
  }
}

/** What is wrong with the configuration is shown in it. */
async function explain({ diagnostics }: Services, document: vscode.TextDocument, error: unknown) {
  const problems = error instanceof TrainerError ? (error.failure.problems ?? []) : [];
  const first = problems.find(problem => problem.severity === 'error');
  if (!first) throw error;
  diagnostics.show(document, problems);
  const show = t('Show Problem');
  const choice = await tell.error(`${baseName(document.uri)}: ${first.message}`, show);
  if (choice !== show) return;
  const { start, end } = first.range;
  const selection = new vscode.Range(document.positionAt(start), document.positionAt(end));
  await vscode.window.showTextDocument(document, { selection });
}
