import * as vscode from 'vscode';
import type { Inspection, RunSummary } from '../protocol';
import { reasonOf } from '../reason';
import { isLive } from '../runs/record';
import type { RunStore } from './runStore';
import type { Trainers } from './trainers';
import { allowedFolder } from './training';

const nWorst = 20;
/** Between two looks at a live run: often enough to follow, seldom enough to cost nothing. */
const intervalMs = 1000;

/** Weights and worst samples of the run that a view shows: asked for when there is something new, not too often. */
export class Inspections implements vscode.Disposable {
  /** What the last answer was about. */
  #seen = '';
  #isAsking = false;
  #notBefore = 0;
  #timer: NodeJS.Timeout | undefined;
  #isDisposed = false;

  constructor(
    private readonly trainers: Trainers,
    private readonly store: RunStore,
    private readonly show: (inspection: Inspection) => void,
    private readonly fail: (run: RunSummary, message: string) => void,
  ) {}

  dispose() {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
  }

  /** The view shows another run, or nothing yet: the next look is due at once. */
  reset() {
    this.#seen = '';
    this.#notBefore = 0;
  }

  /** Looks at the run if it has changed since; while an answer or the interval is awaited, afterwards. */
  async look(run: RunSummary) {
    const isFinal = !isLive(run.status);
    const state = `${run.folder} ${run.lastEpoch} ${isFinal}`;
    if (this.#isAsking || state === this.#seen || (run.lastEpoch === 0 && !isFinal)) return;
    const waitMs = isFinal ? 0 : this.#notBefore - performance.now();
    if (waitMs > 0) return this.#lookAgain(waitMs);
    this.#isAsking = true;
    try {
      this.show(await this.#ask(run));
    } catch (error) {
      this.fail(run, reasonOf(error));
    }
    this.#isAsking = false;
    this.#seen = state;
    this.#notBefore = performance.now() + intervalMs;
    // The run may have gone on, or another one been chosen, while the answer was on its way.
    this.#lookAgain(0);
  }

  #lookAgain(waitMs: number) {
    if (this.#isDisposed) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const run = this.store.selected;
      if (run) void this.look(run);
    }, waitMs);
  }

  async #ask(run: RunSummary): Promise<Inspection> {
    if (!vscode.workspace.isTrusted) throw new Error('Reading data waits until you trust this workspace.');
    // Where the configuration belongs, whatever the run's own record says.
    const home = vscode.Uri.joinPath(vscode.Uri.file(run.folder), '..', '..', '..', run.configurationFile);
    const folder = allowedFolder(home);
    const split = run.nValidation > 0 ? 'validation' : 'train';
    const params = { runFolder: run.folder, split, nWorst, dataPath: null, allowedFolder: folder } as const;
    const stored = () => this.trainers.ask('inspect', params);
    const live = this.store.live(run.folder);
    if (!live) return stored();
    return live.trainer.request('inspect', params).catch(error => {
      // The run may have ended while the question was on its way.
      if (this.store.live(run.folder)) throw error;
      return stored();
    });
  }
}
