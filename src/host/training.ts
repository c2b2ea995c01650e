import * as vscode from 'vscode';
import { contextKeys, settings } from '../ids';
import type { ProgressEvent, RunSummary } from '../protocol';
import { closedWhileTraining } from '../runs/record';
import { LiveRun } from './liveRun';
import type { RunStore } from './runStore';
import { tell } from './tell';
import type { Trainers } from './trainers';

/** A window that opens again within this time was reloaded. */
const reloadMs = 60_000;
/** How long the window before may still be saving: a second more than what VS Code gives it. */
const savingMs = 6000;

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

  async start(
    configuration: vscode.TextDocument,
    token: vscode.CancellationToken,
    beginPaused: boolean,
  ): Promise<LiveRun> {
    const { uri } = configuration;
    const source = { path: uri.fsPath, text: configuration.getText(), allowedFolder: allowedFolder(uri) };
    const params = { ...source, overrides: [], folder: null, resume: false, beginPaused, threads: threads() };
    return this.#begin(await LiveRun.start(this.trainers, token, params, this.#tell));
  }

  /** Goes on with a run that was stopped or interrupted, as it was configured then. */
  async goOn(before: RunSummary): Promise<LiveRun> {
    const { folder, configurationPath: path } = before;
    const { configurationText: text } = await this.store.folders.record(folder);
    const history = await this.trainers.ask('history', { runFolder: folder });
    const source = { path, text, allowedFolder: dataFolder(before) };
    const runs = { folder, resume: true, beginPaused: false, threads: threads() };
    const params = { ...source, overrides: [], ...runs };
    const cancellation = new vscode.CancellationTokenSource();
    try {
      const { token } = cancellation;
      return this.#begin(await LiveRun.start(this.trainers, token, params, this.#tell, history));
    } finally {
      cancellation.dispose();
    }
  }

  /** The window is about to close: what trains is saved to the last step. */
  async interrupt() {
    await Promise.all(this.store.liveRuns.map(run => run.interrupt()));
  }

  /** A reload of the window is no request to stop: what trained until then goes on. */
  async goOnAfterReload() {
    await this.store.loaded;
    // A folder that is opened for the first time may hold anybody's runs.
    if (!vscode.workspace.isTrusted) return;
    const seen = new Set<string>();
    const subscription = this.store.onDidChangeRuns(() => void this.#goOnWithInterrupted(seen));
    setTimeout(() => subscription.dispose(), savingMs);
    await this.#goOnWithInterrupted(seen);
  }

  /**
   * One that cannot go on keeps none of the others.
   * @param seen run folders that were looked at, each once
   */
  async #goOnWithInterrupted(seen: Set<string>) {
    for (const run of this.store.runs) {
      if (run.status !== 'interrupted' || run.message !== closedWhileTraining || seen.has(run.folder))
        continue;
      seen.add(run.folder);
      await this.#goOnIfReloaded(run).catch(error =>
        this.log.error(`${run.folder} does not go on after the reload: ${error}`),
      );
    }
  }

  async #goOnIfReloaded(run: RunSummary) {
    const { finishedAt } = await this.store.folders.record(run.folder);
    const sinceMs = finishedAt ? Date.now() - Date.parse(finishedAt) : Number.NaN;
    if (sinceMs >= 0 && sinceMs < reloadMs) await this.goOn(run);
  }

  #tell = (event: ProgressEvent) => this.store.progress(event);

  #begin(run: LiveRun): LiveRun {
    this.log.info(`Training ${run.summary.configurationPath} in ${run.summary.folder}`);
    this.store.add(run);
    void run.ended.then(() => this.#ended(run.summary));
    return run;
  }

  /** One notification, and only when the person must act. */
  async #ended(run: RunSummary) {
    const words = run.message ? `${run.status}: ${run.message}` : run.status;
    this.log.info(`${run.configurationFile}, ${run.name} ${words}`);
    // The thread may have died before it could say so itself.
    await this.store.folders
      .recordEnd(run)
      .catch(error => this.log.error(`The end of ${run.folder} was not saved: ${error}`));
    if (run.status !== 'failed') return;
    const showLog = vscode.l10n.t('Show Log');
    const message = vscode.l10n.t('Training {0} failed. {1}', run.configurationFile, run.message ?? '');
    if ((await tell.error(message, showLog)) === showLog) this.log.show();
  }

  #updateContext() {
    const run = this.store.active;
    const set = (key: string, value: boolean) =>
      void vscode.commands.executeCommand('setContext', key, value);
    set(contextKeys.training, run !== undefined);
    set(contextKeys.paused, run?.summary.status === 'paused');
  }
}

const threads = () => vscode.workspace.getConfiguration().get<number>(settings.threads) ?? 0;

/**
 * Data must lie in the workspace folder of the configuration, unless the setting allows more; beside a loose file, in its own
 * folder.
 */
export function allowedFolder(file: vscode.Uri): string | null {
  if (vscode.workspace.getConfiguration().get<boolean>(settings.allowDataOutsideWorkspace)) return null;
  const folder = vscode.workspace.getWorkspaceFolder(file)?.uri ?? vscode.Uri.joinPath(file, '..');
  return folder.fsPath;
}

/** The same for a run: by where its folder lies, in `.descent/runs` beside the configuration, whatever its record says. */
export const dataFolder = ({ folder }: Pick<RunSummary, 'folder'>): string | null =>
  allowedFolder(vscode.Uri.joinPath(vscode.Uri.file(folder), '..', '..'));
