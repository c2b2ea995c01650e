import * as vscode from 'vscode';
import type { Inquiry, RunSummary, Snapshot } from '../protocol';
import type { RunStore } from './runStore';
import type { TrainerClient } from './trainerClient';
import type { Trainers } from './trainers';
import { dataFolder } from './training';

/** The thread with its data is kept this long for another question. */
const idleMs = 60_000;

/**
 * Answers what a view asks about models, in a thread of its own: it keeps the data between the questions, and a run that
 * trains is not held up by them.
 */
export class Inquiries implements vscode.Disposable {
  #inspector: TrainerClient | null = null;
  #nAsked = 0;
  #timer: NodeJS.Timeout | undefined;
  /** Views that ask at the same time are told about the same step. */
  #latest: { readonly key: string; readonly snapshot: Promise<Snapshot | null> } | null = null;

  constructor(
    private readonly trainers: Trainers,
    private readonly store: RunStore,
  ) {}

  /** Ends the thread; the next question starts another. */
  dispose() {
    clearTimeout(this.#timer);
    void this.#inspector?.dispose();
    this.#inspector = null;
    this.#latest = null;
  }

  async answer(inquiry: Inquiry): Promise<unknown> {
    if (!vscode.workspace.isTrusted)
      throw new Error(vscode.l10n.t('Reading data waits until you trust this workspace.'));
    const run = this.store.find(inquiry.at.runFolder);
    if (!run) throw new Error(vscode.l10n.t('The run is not there any more.'));
    clearTimeout(this.#timer);
    this.#nAsked++;
    try {
      const live = await this.#snapshot(run, inquiry.at.epoch);
      return await this.#thread().request('ask', { ...inquiry, live, allowedFolder: dataFolder(run) });
    } finally {
      if (--this.#nAsked === 0) this.#timer = setTimeout(() => this.dispose(), idleMs);
    }
  }

  /** The weights of a run that trains here, where they are not in its folder; null looks there. */
  #snapshot({ folder, lastEpoch, lastStep }: RunSummary, epoch: number | null): Promise<Snapshot | null> {
    const live = this.store.live(folder);
    if (!live) return Promise.resolve(null);
    const key = JSON.stringify([folder, epoch, lastEpoch, lastStep?.step]);
    if (this.#latest?.key === key) return this.#latest.snapshot;
    const snapshot = live.trainer.request('snapshot', { epoch }).catch(error => {
      // The run may have ended while the question was on its way.
      if (this.store.live(folder)) throw error;
      return null;
    });
    this.#latest = { key, snapshot };
    return snapshot;
  }

  #thread(): TrainerClient {
    if (this.#inspector) return this.#inspector;
    const thread = this.trainers.start(
      () => {},
      () => {
        if (this.#inspector === thread) this.#inspector = null;
      },
    );
    this.#inspector = thread;
    return thread;
  }
}
