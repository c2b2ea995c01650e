import * as vscode from 'vscode';
import { commands } from '../ids';
import type { HostMessage, Inquiry, ProgressEvent, RunSummary, ViewCommand, ViewMessage } from '../protocol';
import { reasonOf } from '../reason';
import { changeLabel } from './changeLabel';
import { Inquiries } from './inquiries';
import { openKey } from './openKey';
import { openRow } from './openRow';
import type { RunStore } from './runStore';
import { openTable, saveFile } from './saveFile';
import { tell } from './tell';
import type { Trainers } from './trainers';
import { idOfQuestion, parseViewMessage } from './viewMessage';

/** What a webview view and a webview panel have in common. */
export interface WebviewHolder {
  readonly webview: vscode.Webview;
  readonly visible: boolean;
}

/** What a button in a view means: a command and what it is about, the run that the view shows. */
const commandOf: Record<ViewCommand, (run: RunSummary | undefined) => [id: string, argument?: unknown]> = {
  train: run => [commands.trainModel, run && vscode.Uri.file(run.configurationPath)],
  stop: run => [commands.stopTraining, run],
  pause: run => [commands.pauseTraining, run],
  resume: run => [commands.resumeTraining, run],
  step: run => [commands.step, run],
  runEpoch: run => [commands.runEpoch, run],
  changeLearningRate: run => [commands.changeLearningRate, run],
  raiseLearningRate: run => [commands.raiseLearningRate, run],
  lowerLearningRate: run => [commands.lowerLearningRate, run],
  compareConfiguration: run => [commands.compareConfiguration, run],
  showExplorer: () => [commands.showModelExplorer],
  openExample: () => [commands.openExample],
};

/** Runs that agree in this look the same. */
const stateOf = ({ folder, name, status, lastEpoch }: RunSummary) =>
  `${folder} ${name} ${status} ${lastEpoch}`;

/**
 * Keeps one webview at the selected run: hydrated when it says that it is ready, then fed with increments.
 * It holds no state of the run; a view that was hidden, closed or reloaded is hydrated anew.
 */
export class RunViewer implements vscode.Disposable {
  readonly #disposables: vscode.Disposable[];
  readonly #inquiries: Inquiries | null;
  /** By run folder; told again to a page that has just started. */
  readonly #isDataChanged = new Map<string, boolean>();
  #isReady = false;
  /** Counts pages: one that is reloaded numbers its questions anew, so that answers to the one before are not for it. */
  #page = 0;
  #shown: RunSummary | undefined;
  /** Counts hydrations: an older one that is still reading gives way to a newer one. */
  #hydration = 0;
  /** Progress that comes while the history is being read; the view drops what it has twice. */
  #waiting: ProgressEvent[] | null = null;

  constructor(
    private readonly holder: WebviewHolder,
    private readonly store: RunStore,
    private readonly log: vscode.LogOutputChannel,
    /** Given where the view asks about models. */
    trainers: Trainers | null,
  ) {
    this.#inquiries = trainers && new Inquiries(trainers, store);
    this.#disposables = [
      { dispose: () => this.#inquiries?.dispose() },
      holder.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
      store.onDidProgress(progress => this.#append(progress)),
      store.onDidChangeRuns(() => this.#runsChanged()),
      store.onDidSelect(() => this.hydrate()),
      vscode.workspace.onDidSaveTextDocument(() => this.#checkConfiguration()),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => this.#checkData(uri)),
      vscode.workspace.onDidDeleteFiles(() => this.#checkConfiguration()),
    ];
  }

  dispose() {
    // Answers that are still on their way find nobody to show them to.
    this.#isReady = false;
    for (const disposable of this.#disposables) disposable.dispose();
  }

  /** Sends everything: to a page that has just started, or that shall show another run. */
  async hydrate() {
    if (!this.#isReady) return;
    const hydration = ++this.#hydration;
    this.#waiting ??= [];
    await this.store.loaded;
    const run = this.store.selected;
    this.#shown = run;
    const view = run ? await this.#view(run) : null;
    if (hydration !== this.#hydration) return;
    this.#post({ type: 'hydrate', view, runs: this.store.runs });
    for (const [runFolder, isChanged] of this.#isDataChanged)
      this.#post({ type: 'data', runFolder, isChanged });
    const waiting = this.#waiting;
    this.#waiting = null;
    for (const progress of waiting) this.#append(progress);
  }

  /** A run whose folder is gone, or damaged, is told once and leaves the list. */
  #view = (run: RunSummary) =>
    this.store.view(run).catch(error => {
      this.log.error(`The run ${run.folder} cannot be shown: ${error}`);
      void tell.warning(
        vscode.l10n.t(
          '{0}, {1} cannot be shown: its folder is gone or damaged.',
          run.configurationFile,
          run.name,
        ),
      );
      void this.store.refresh();
      return null;
    });

  #append(progress: ProgressEvent) {
    if (!this.#isReady || !this.holder.visible) return;
    if (this.#waiting) {
      this.#waiting.push(progress);
      return;
    }
    if (progress.run.folder === this.#shown?.folder) this.#shown = progress.run;
    this.#post({ type: 'append', progress });
  }

  #runsChanged() {
    if (!this.#isReady) return;
    if (this.#showsAnother()) void this.hydrate();
    else this.#post({ type: 'runs', runs: this.store.runs });
  }

  /** Another run is selected, or the one that is shown went on without telling us, in another program. */
  #showsAnother(): boolean {
    const run = this.store.selected;
    if (!run || !this.#shown) return run !== this.#shown;
    return !this.store.live(run.folder) && stateOf(run) !== stateOf(this.#shown);
  }

  async #checkConfiguration() {
    const run = this.store.selected;
    if (!run || !this.#isReady) return;
    try {
      const state = await this.store.folders.configurationState(run);
      this.#post({ type: 'configuration', runFolder: run.folder, state });
    } catch (error) {
      this.log.warn(`The configuration of ${run.folder} cannot be compared: ${error}`);
    }
  }

  /** Looked at when a person saves, because reading large data takes its time. */
  async #checkData({ fsPath }: vscode.Uri) {
    const run = this.store.selected;
    if (!run) return;
    try {
      const isChanged = await this.store.folders.isDataChanged(run, fsPath);
      if (isChanged === undefined) return;
      this.#isDataChanged.set(run.folder, isChanged);
      this.#post({ type: 'data', runFolder: run.folder, isChanged });
    } catch (error) {
      this.log.warn(`The data of ${run.folder} cannot be compared: ${error}`);
    }
  }

  #post(message: HostMessage) {
    if (this.#isReady) void this.holder.webview.postMessage(message);
  }

  #receive(message: unknown) {
    const parsed = parseViewMessage(message);
    if (parsed) return this.#act(parsed);
    this.log.warn(`A view sent a message that is not understood: ${JSON.stringify(message)?.slice(0, 200)}`);
    const id = idOfQuestion(message);
    if (id !== undefined)
      this.#post({
        type: 'answer',
        id,
        ok: false,
        message: vscode.l10n.t('This is no question about a model.'),
      });
  }

  async #openRow({ runFolder, split, line }: Extract<ViewMessage, { type: 'openRow' }>) {
    const run = this.store.find(runFolder);
    if (run) await openRow(this.store, run, split, line);
  }

  async #changeLabel({ runFolder, split, line }: Extract<ViewMessage, { type: 'changeLabel' }>) {
    const run = this.store.find(runFolder);
    if (run) await changeLabel(this.store, run, split, line);
  }

  async #openKey(key: string | null) {
    const run = this.store.selected;
    if (run) await openKey(run, key);
  }

  /** Live runs from memory, where every epoch is; the others are read by one thread, one after the other. */
  async #compare(runFolders: readonly string[]) {
    const known = runFolders.filter(folder => this.store.find(folder));
    this.#post({ type: 'compared', compared: await this.store.compared(known) });
  }

  async #save(file: Extract<ViewMessage, { type: 'save' }>) {
    const run = this.store.selected;
    if (run) await saveFile(run.configurationPath, file);
  }

  /** What a person asked for and did not get is told. */
  #orTell = (done: PromiseLike<unknown>) => done.then(undefined, error => void tell.error(reasonOf(error)));

  /** Every question is answered, also by failure. */
  async #answer({ id, inquiry }: Extract<ViewMessage, { type: 'ask' }>) {
    const page = this.#page;
    const answer = await this.#answerTo(inquiry);
    if (page === this.#page) this.#post({ type: 'answer', id, ...answer });
  }

  async #answerTo(inquiry: Inquiry) {
    try {
      if (!this.#inquiries) throw new Error('This view asks nothing.');
      return { ok: true, result: await this.#inquiries.answer(inquiry) } as const;
    } catch (error) {
      return { ok: false, message: reasonOf(error) } as const;
    }
  }

  #act(message: ViewMessage): unknown {
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        this.#page++;
        return this.hydrate();
      case 'command':
        return vscode.commands.executeCommand(...commandOf[message.command](this.store.selected));
      case 'selectRun':
        return this.store.select(message.runFolder);
      case 'openRow':
        return this.#orTell(this.#openRow(message));
      case 'openKey':
        return this.#orTell(this.#openKey(message.key));
      case 'changeLabel':
        return this.#orTell(this.#changeLabel(message));
      case 'compare':
        return this.#orTell(this.#compare(message.runFolders));
      case 'save':
        return this.#orTell(this.#save(message));
      case 'copy':
        return this.#orTell(vscode.env.clipboard.writeText(message.text));
      case 'openText':
        return this.#orTell(openTable(message.text));
      case 'ask':
        return this.#answer(message);
      case 'error':
        return this.log.error(`A view reports: ${message.message}`);
    }
  }
}
