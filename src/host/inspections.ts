import * as vscode from 'vscode';
import type { Inspection, RunSummary } from '../protocol';
import { isActive } from './liveRun';
import type { RunStore } from './runStore';
import type { Trainers } from './trainers';
import { allowedFolder } from './training';

const nWorst = 20;
/** Between two looks at a live run: often enough to follow, seldom enough to cost nothing. */
const intervalMs = 1000;

/** Weights and worst samples of the run that is looked at: asked for only while somebody looks. */
export class Inspections {
  #lookedAt: { id: string; epoch: number; final: boolean } | null = null;
  #isAsking = false;
  #notBefore = 0;

  constructor(
    private readonly trainers: Trainers,
    private readonly store: RunStore,
  ) {}

  /** Forgets what was shown, so that the next `next` asks in any case. */
  reset() {
    this.#lookedAt = null;
    this.#notBefore = 0;
  }

  /** A newer inspection of the run, or undefined when there is nothing new or it is too early to ask again. */
  async next(run: RunSummary): Promise<Inspection | undefined> {
    const final = !isActive(run.status);
    const seen = this.#lookedAt;
    const isNew = seen?.id !== run.id || seen.epoch !== run.lastEpoch || seen.final !== final;
    if (this.#isAsking || !isNew || (run.lastEpoch === 0 && !final)) return undefined;
    if (!final && performance.now() < this.#notBefore) return undefined;
    this.#isAsking = true;
    try {
      const inspection = await this.#ask(run);
      this.#lookedAt = { id: run.id, epoch: run.lastEpoch, final };
      return inspection;
    } finally {
      this.#isAsking = false;
      this.#notBefore = performance.now() + intervalMs;
    }
  }

  #ask(run: RunSummary): Promise<Inspection> {
    const folder = allowedFolder(vscode.Uri.file(run.configurationPath));
    const split = run.nValidation > 0 ? 'validation' : 'train';
    const params = { runFolder: run.folder, split, nWorst, dataPath: null, allowedFolder: folder } as const;
    const stored = () => this.trainers.ask('inspect', params);
    const live = this.store.live(run.id);
    if (!live) return stored();
    return live.trainer.request('inspect', params).catch(error => {
      // The run may have ended while the question was on its way.
      if (this.store.live(run.id)) throw error;
      return stored();
    });
  }
}
