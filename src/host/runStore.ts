import * as vscode from 'vscode';
import type { Platform } from '../platform/types';
import type { ProgressEvent, RunSummary, RunView } from '../protocol';
import { listRuns } from '../runs/listRuns';
import { readRecord, writeRecord } from '../runs/runFolder';
import { isActive, type LiveRun } from './liveRun';
import type { Trainers } from './trainers';

const recordPattern = '**/.descent/runs/*/run.json';
const refreshDelayMs = 300;

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
  #selectedId: string | null = null;

  /** Resolves when the run folders have been read for the first time. */
  readonly loaded: Promise<void>;
  /** The list, or a status in it, is another one. */
  readonly onDidChangeRuns = this.#onDidChangeRuns.event;
  readonly onDidProgress = this.#onDidProgress.event;
  readonly onDidSelect = this.#onDidSelect.event;

  constructor(
    private readonly platform: Platform,
    private readonly trainers: Trainers,
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

  dispose() {
    for (const disposable of this.#disposables) disposable.dispose();
    for (const { trainer } of this.#live.values()) trainer.dispose();
  }

  /** The newest first. */
  get runs(): RunSummary[] {
    return [...this.#runs.values()].sort((a, b) => (a.id < b.id ? 1 : -1));
  }

  get selected(): RunSummary | undefined {
    const { runs } = this;
    return runs.find(({ id }) => id === this.#selectedId) ?? runs[0];
  }

  find = (id: string): RunSummary | undefined => this.runs.find(run => run.id === id);
  live = (id: string): LiveRun | undefined => this.#live.get(id);

  /** The run that Stop, Pause and Resume act on: the newest that trains here. */
  get active(): LiveRun | undefined {
    return [...this.#live.values()].at(-1);
  }

  select(id: string) {
    this.#selectedId = id;
    this.#onDidSelect.fire();
  }

  add(run: LiveRun) {
    this.#live.set(run.summary.id, run);
    this.#runs.set(run.summary.id, run.summary);
    this.#extraFolders.add(this.platform.paths.dirname(run.summary.folder));
    this.#onDidChangeRuns.fire();
    this.select(run.summary.id);
  }

  /** Called for every message of a live run. */
  progress(event: ProgressEvent) {
    const before = this.#runs.get(event.run.id);
    this.#runs.set(event.run.id, event.run);
    this.#onDidProgress.fire(event);
    // From now on its folder tells everything.
    if (!isActive(event.run.status)) this.#live.delete(event.run.id);
    if (before?.status !== event.run.status) this.#onDidChangeRuns.fire();
  }

  /** A live run's own thread writes its record; what is in it has been told already. */
  #recordChanged(record: vscode.Uri) {
    const { paths } = this.platform;
    if (!this.#live.has(paths.basename(paths.dirname(record.fsPath)))) this.#refreshSoon();
  }

  #refreshSoon() {
    clearTimeout(this.#refreshTimer);
    this.#refreshTimer = setTimeout(() => void this.refresh(), refreshDelayMs);
  }

  /** Reads all run folders again. */
  async refresh() {
    const folders = new Set(this.#extraFolders);
    for (const uri of await vscode.workspace.findFiles(recordPattern))
      if (uri.scheme === 'file')
        folders.add(this.platform.paths.dirname(this.platform.paths.dirname(uri.fsPath)));
    const { isAlive } = this.platform.process;
    const lists = await Promise.all([...folders].map(folder => listRuns(this.platform, folder, isAlive)));
    this.#runs.clear();
    for (const { runs, unreadable } of lists) {
      for (const run of runs) this.#runs.set(run.id, run);
      for (const { folder, reason } of unreadable)
        this.log.warn(`${folder} holds no readable run: ${reason}`);
    }
    for (const [id, { summary }] of this.#live) this.#runs.set(id, summary);
    this.#onDidChangeRuns.fire();
  }

  /** All that a view needs to draw the run; history comes from memory for a live run, else from its folder. */
  async view(run: RunSummary): Promise<RunView> {
    const live = this.#live.get(run.id);
    const history = live?.history ?? (await this.trainers.ask('history', { runFolder: run.folder }));
    return { run, ...history, configurationChanged: await this.hasChanged(run) };
  }

  record = (run: RunSummary) => readRecord(this.platform, run.folder);

  async rename(run: RunSummary, name: string) {
    const record = await readRecord(this.platform, run.folder);
    await writeRecord(this.platform, run.folder, { ...record, name });
    await this.refresh();
  }

  /** Writes what the run's own thread could not: how it ended. */
  async recordEnd({ folder, status, message }: RunSummary) {
    const record = await readRecord(this.platform, folder);
    if (record.status !== 'running' && record.status !== 'paused') return;
    const ended = { ...record, status, finishedAt: new Date().toISOString() };
    await writeRecord(this.platform, folder, message === null ? ended : { ...ended, message });
  }

  async delete(run: RunSummary) {
    await vscode.workspace.fs.delete(vscode.Uri.file(run.folder), { recursive: true, useTrash: true });
    await this.refresh();
  }

  /** Does the configuration say something else than it did when the run began? */
  async hasChanged(run: RunSummary): Promise<boolean> {
    const { files } = this.platform;
    const record = await readRecord(this.platform, run.folder);
    const path = run.configurationPath;
    const open = vscode.workspace.textDocuments.find(({ uri }) => uri.fsPath === path);
    if (open) return open.getText() !== record.configurationText;
    if (!(await files.status(path))) return false;
    return new TextDecoder().decode(await files.read(path)) !== record.configurationText;
  }
}
