import * as vscode from 'vscode';
import type { Platform, ProcessIdentity } from '../platform/types';
import type { ComparedRun, ProgressEvent, RunSummary, RunView } from '../protocol';
import { listRuns } from '../runs/listRuns';
import { isLive } from '../runs/record';
import { thin, withoutDetails } from '../thin';
import type { LiveRun } from './liveRun';
import type { RunFolders } from './runFolders';
import type { Trainers } from './trainers';

const recordPattern = '**/.descent/runs/*/run.json';
const refreshDelayMs = 500;

/** Every run that this window knows, of its own and of other programs: the truth that all views look at. */
export class RunStore implements vscode.Disposable {
  readonly #live = new Map<string, LiveRun>();
  readonly #runs = new Map<string, RunSummary>();
  readonly #onDidChangeRuns = new vscode.EventEmitter<void>();
  readonly #onDidProgress = new vscode.EventEmitter<ProgressEvent>();
  readonly #onDidSelect = new vscode.EventEmitter<void>();
  readonly #disposables: vscode.Disposable[] = [
    this.#onDidChangeRuns,
    this.#onDidProgress,
    this.#onDidSelect,
  ];
  /** Run folders that are not in an open workspace folder, and so are not found by searching. */
  readonly #extraFolders = new Set<string>();
  #refreshTimer: NodeJS.Timeout | undefined;
  /** Undefined follows the newest run, null is none. */
  #selectedFolder: string | null | undefined;

  /** Resolves when the run folders have been read for the first time. */
  readonly loaded: Promise<void>;
  /** The list, or a status in it, is another one. */
  readonly onDidChangeRuns = this.#onDidChangeRuns.event;
  readonly onDidProgress = this.#onDidProgress.event;
  readonly onDidSelect = this.#onDidSelect.event;

  constructor(
    private readonly platform: Platform,
    private readonly trainers: Trainers,
    readonly folders: RunFolders,
    private readonly log: vscode.LogOutputChannel,
  ) {
    const watcher = vscode.workspace.createFileSystemWatcher(recordPattern);
    const changed = (record: vscode.Uri) => this.#recordChanged(record);
    this.#disposables.push(
      watcher,
      watcher.onDidCreate(changed),
      watcher.onDidChange(changed),
      watcher.onDidDelete(changed),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#refreshSoon()),
      { dispose: () => clearTimeout(this.#refreshTimer) },
    );
    this.loaded = this.refresh();
  }

  /**
   * VS Code disposes of everything without waiting for `deactivate`, which lets the live runs save and end their threads:
   * those are none of the store's business. Whatever does not listen ends with the process.
   */
  dispose() {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  /** The newest first. */
  get runs(): RunSummary[] {
    return [...this.#runs.values()].sort((a, b) => (a.id < b.id ? 1 : -1));
  }

  get selected(): RunSummary | undefined {
    const { runs } = this;
    if (this.#selectedFolder === null) return undefined;
    return runs.find(({ folder }) => folder === this.#selectedFolder) ?? runs[0];
  }

  /** A run is known by its folder: an id may occur twice, when a folder with its runs is copied. */
  find = (folder: string): RunSummary | undefined => this.#runs.get(folder);
  live = (folder: string): LiveRun | undefined => this.#live.get(folder);

  /** The live run of a configuration, if it is being trained here. */
  liveOf(configurationPath: string): LiveRun | undefined {
    return this.liveRuns.find(({ summary }) => summary.configurationPath === configurationPath);
  }

  get liveRuns(): readonly LiveRun[] {
    return [...this.#live.values()];
  }

  /** The run that Stop, Pause and Resume act on: the newest that trains here. */
  get active(): LiveRun | undefined {
    return this.liveRuns.at(-1);
  }

  /** @param folder of a run, null for none */
  select(folder: string | null) {
    this.#selectedFolder = folder;
    this.#onDidSelect.fire();
  }

  add(run: LiveRun) {
    this.#live.set(run.summary.folder, run);
    this.#runs.set(run.summary.folder, run.summary);
    this.#extraFolders.add(this.platform.paths.dirname(run.summary.folder));
    this.#onDidChangeRuns.fire();
    this.select(run.summary.folder);
  }

  /** Called for every message of a live run. */
  progress(event: ProgressEvent) {
    const before = this.#runs.get(event.run.folder);
    this.#runs.set(event.run.folder, event.run);
    // From now on its folder tells everything.
    if (!isLive(event.run.status)) this.#live.delete(event.run.folder);
    this.#onDidProgress.fire(event);
    if (before?.status !== event.run.status) this.#onDidChangeRuns.fire();
  }

  /** A live run's own thread writes its record; what is in it has been told already. */
  #recordChanged(record: vscode.Uri) {
    const { paths } = this.platform;
    if (!this.#live.has(paths.dirname(record.fsPath))) this.#refreshSoon();
  }

  /** Many changes at once make one refresh, and a stream of them one after each delay. */
  #refreshSoon() {
    this.#refreshTimer ??= setTimeout(() => {
      this.#refreshTimer = undefined;
      void this.refresh();
    }, refreshDelayMs);
  }

  /** Reads all run folders again. Never rejects: what cannot be read is logged and left out. */
  async refresh() {
    const found = await Promise.all([...(await this.#runsFolders())].map(folder => this.#list(folder)));
    this.#runs.clear();
    for (const run of found.flat()) this.#runs.set(run.folder, run);
    for (const [folder, { summary }] of this.#live) this.#runs.set(folder, summary);
    this.#onDidChangeRuns.fire();
  }

  async #runsFolders(): Promise<Set<string>> {
    const { dirname } = this.platform.paths;
    const records = await vscode.workspace.findFiles(recordPattern);
    const found = records
      .filter(({ scheme }) => scheme === 'file')
      .map(({ fsPath }) => dirname(dirname(fsPath)));
    return new Set([...this.#extraFolders, ...found]);
  }

  async #list(folder: string): Promise<readonly RunSummary[]> {
    const { self, isAlive } = this.platform.process;
    // This process outlives its training threads: a run of ours that is not live any more was interrupted.
    const isElsewhere = (process: ProcessIdentity) => process.id !== self.id && isAlive(process);
    try {
      const { runs, unreadable } = await listRuns(this.platform, folder, isElsewhere);
      for (const { folder, reason } of unreadable)
        this.log.warn(`${folder} holds no readable run: ${reason}`);
      return runs;
    } catch (error) {
      this.log.error(`The runs in ${folder} cannot be listed: ${error}`);
      return [];
    }
  }

  /** All that a view needs to draw the run; history comes from memory for a live run, else from its folder. */
  async view(run: RunSummary): Promise<RunView> {
    const live = this.#live.get(run.folder);
    const history = live?.history ?? (await this.trainers.ask('history', { runFolder: run.folder }));
    return { run, ...history, configuration: await this.folders.configurationState(run) };
  }

  /** Curves of several runs: of the live ones from memory, of the others by one thread that reads them in turn. */
  async compared(folders: readonly string[]): Promise<readonly ComparedRun[]> {
    const live = folders.flatMap(folder => this.#live.get(folder) ?? []);
    const stored = folders.filter(folder => !this.#live.has(folder));
    const read = stored.length > 0 ? await this.trainers.ask('compare', { runFolders: stored }) : [];
    // With what they told meanwhile; what they tell from now on, the views hear by themselves.
    const told = live.map(({ summary: { folder }, history: { epochs } }) => ({
      runFolder: folder,
      epochs: thin(epochs.map(withoutDetails), ({ epoch }) => epoch),
    }));
    return [...told, ...read];
  }
}
