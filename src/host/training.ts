import * as vscode from 'vscode';
import { contextKeys, settings } from '../ids';
import type { RunSummary } from '../protocol';
import { isActive, LiveRun } from './liveRun';
import type { RunStore } from './runStore';
import type { Trainers } from './trainers';

/** Starts runs and keeps the store and the context keys at what they tell. */
export class Training implements vscode.Disposable {
  readonly #subscription: vscode.Disposable;

  constructor(
    private readonly trainers: Trainers,
    private readonly store: RunStore,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.#subscription = store.onDidChangeRuns(() => this.#updateContext());
  }

  dispose() {
    this.#subscription.dispose();
  }

  /** The live run of this configuration, if it is being trained. */
  runOf(configuration: vscode.Uri): LiveRun | undefined {
    const run = this.store.active;
    return run?.summary.configurationPath === configuration.fsPath ? run : undefined;
  }

  async start(configuration: vscode.TextDocument, token: vscode.CancellationToken): Promise<LiveRun> {
    const run = await LiveRun.start(
      this.trainers,
      token,
      {
        path: configuration.uri.fsPath,
        text: configuration.getText(),
        allowedFolder: allowedFolder(configuration.uri),
        overrides: [],
        folder: null,
        resume: false,
      },
      (_run, event) => {
        this.store.progress(event);
        if (!isActive(event.run.status)) void this.#ended(event.run);
      },
    );
    this.log.info(`Training ${run.summary.configurationPath} in ${run.summary.folder}`);
    this.store.add(run);
    return run;
  }

  /** One notification, and only when the person must act. */
  async #ended(run: RunSummary) {
    const words = run.message ? `${run.status}: ${run.message}` : run.status;
    this.log.info(`${run.configurationFile}, ${run.name} ${words}`);
    // The thread may have died before it could say so itself.
    await this.store
      .recordEnd(run)
      .catch(error => this.log.error(`The end of ${run.folder} was not saved: ${error}`));
    if (run.status !== 'failed') return;
    const showLog = 'Show Log';
    const choice = await vscode.window.showErrorMessage(
      `Training ${run.configurationFile} failed. ${run.message}`,
      showLog,
    );
    if (choice === showLog) this.log.show();
  }

  #updateContext() {
    const run = this.store.active;
    const set = (key: string, value: boolean) =>
      void vscode.commands.executeCommand('setContext', key, value);
    set(contextKeys.training, run !== undefined);
    set(contextKeys.paused, run?.summary.status === 'paused');
  }
}

/** Data must lie in the configuration's workspace folder, or beside a loose file, unless the setting allows more. */
export function allowedFolder(configuration: vscode.Uri): string | null {
  if (vscode.workspace.getConfiguration().get<boolean>(settings.allowDataOutsideWorkspace)) return null;
  const folder =
    vscode.workspace.getWorkspaceFolder(configuration)?.uri ?? vscode.Uri.joinPath(configuration, '..');
  return folder.fsPath;
}
