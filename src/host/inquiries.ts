import * as vscode from 'vscode';
import type { Inquiry, RunSummary, Snapshot } from '../protocol';
import type { RunStore } from './runStore';
import type { TrainerClient } from './trainerClient';
import type { Trainers } from './trainers';
import { dataFolder } from './training';

/**
 * Answers what a view asks about models, in a thread of its own: it keeps the data between the questions, and a run that
 * trains is not held up by them.
 */
export class Inquiries implements vscode.Disposable {
  #inspector: TrainerClient | null = null;

  constructor(
    private readonly trainers: Trainers,
    private readonly store: RunStore,
  ) {}

  /** Ends the thread; the next question starts another. */
  dispose() {
    void this.#inspector?.dispose();
    this.#inspector = null;
  }

  async answer(inquiry: Inquiry): Promise<unknown> {
    if (!vscode.workspace.isTrusted)
      throw new Error(vscode.l10n.t('Reading data waits until you trust this workspace.'));
    const run = this.store.find(inquiry.at.runFolder);
    if (!run) throw new Error(vscode.l10n.t('The run is not there any more.'));
    const live = await this.#snapshot(run, inquiry);
    return this.#thread().request('ask', { ...inquiry, live, allowedFolder: dataFolder(run) });
  }

  /** The weights of a run that trains here, where they are not in its folder; null looks there. */
  async #snapshot({ folder }: RunSummary, { at: { epoch } }: Inquiry): Promise<Snapshot | null> {
    const live = this.store.live(folder);
    if (!live) return null;
    return live.trainer.request('snapshot', { epoch }).catch(error => {
      // The run may have ended while the question was on its way.
      if (this.store.live(folder)) throw error;
      return null;
    });
  }

  #thread(): TrainerClient {
    this.#inspector ??= this.trainers.start(
      () => {},
      () => {
        this.#inspector = null;
      },
    );
    return this.#inspector;
  }
}
