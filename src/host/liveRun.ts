import type {
  AdjustableValues,
  EpochMetrics,
  ProgressEvent,
  RunHistory,
  RunStatus,
  RunSummary,
  StepLoss,
  TrainParams,
} from '../protocol';
import { isLive } from '../runs/record';
import { extended, extendedEpochs } from '../thin';
import type { TrainerClient } from './trainerClient';
import type { Trainers } from './trainers';

/** How long Stop waits for the trainer to end by itself, before its thread is ended. */
const stopPatienceMs = 900;

/** The part of an editor's cancellation token that is needed here. */
interface Cancellation {
  onCancellationRequested(listener: () => void): { dispose(): void };
}

/** A run that trains in this window: its thread and the history that it has told so far. */
export class LiveRun {
  #epochs: readonly EpochMetrics[];
  #steps: readonly StepLoss[];
  /** Resolves when nothing more will come, and the thread can write no more. */
  readonly ended: Promise<void>;
  #resolveEnded = () => {};
  #summary: RunSummary;

  private constructor(
    readonly trainer: TrainerClient,
    summary: RunSummary,
    { epochs, steps }: RunHistory,
    private readonly onProgress: (event: ProgressEvent) => void,
  ) {
    this.#epochs = epochs;
    this.#steps = steps;
    this.#summary = summary;
    this.ended = new Promise(resolve => {
      this.#resolveEnded = resolve;
    });
  }

  /** Starts a thread and the run in it; what goes wrong before the first step rejects. */
  static async start(
    trainers: Trainers,
    token: Cancellation,
    params: TrainParams,
    onProgress: (event: ProgressEvent) => void,
    /** What a run that goes on has told before. */
    before: RunHistory = { epochs: [], steps: [] },
  ): Promise<LiveRun> {
    // Progress may overtake the answer that tells of the run; it waits here until then.
    const early: ProgressEvent[] = [];
    let run: LiveRun | null = null;
    const trainer = trainers.start(
      event => (run ? run.progress(event) : early.push(event)),
      reason => run?.fail(reason),
    );
    const cancellation = token.onCancellationRequested(() => void trainer.dispose());
    try {
      const summary = await trainer.request('train', params);
      run = new LiveRun(trainer, summary, before, onProgress);
      for (const event of early) run.progress(event);
      return run;
    } catch (error) {
      await trainer.dispose();
      throw error;
    } finally {
      cancellation.dispose();
    }
  }

  get summary(): RunSummary {
    return this.#summary;
  }

  get history(): RunHistory {
    return { epochs: this.#epochs, steps: this.#steps };
  }

  pause = () => this.trainer.request('pause', null);
  resume = () => this.trainer.request('resume', null);
  step = () => this.trainer.request('step', null);
  runEpoch = () => this.trainer.request('runEpoch', null);

  /** New values, from the next step on. */
  async adjust(changes: AdjustableValues) {
    const { name, status } = this.#summary;
    if (!isLive(status)) throw new Error(`${name} is over (${status}), so nothing in it was changed.`);
    await this.trainer.request('adjust', changes);
  }

  /** Ends the run within a second, also when the thread does not listen. */
  async stop() {
    if (!isLive(this.#summary.status)) return;
    const timer = setTimeout(() => {
      this.#end('stopped', 'Stopped while the training thread was busy; the last saved epoch was kept.');
    }, stopPatienceMs);
    // A thread that died is no reason to fail: the run has ended, which was wanted.
    await this.trainer.request('stop', null).catch(() => {});
    await this.ended;
    clearTimeout(timer);
  }

  /** Saves all that there is and ends the run, which may go on in another window. */
  async interrupt() {
    await this.trainer.request('interrupt', null).catch(() => {});
    await this.ended;
  }

  private progress(event: ProgressEvent) {
    if (!isLive(this.#summary.status)) return;
    this.#summary = event.run;
    this.#epochs = extendedEpochs(this.#epochs, event.epochs);
    this.#steps = extended(this.#steps, event.steps, ({ step }) => step);
    this.onProgress(event);
    if (!isLive(event.run.status)) void this.trainer.dispose().then(this.#resolveEnded);
  }

  private fail(reason: string) {
    this.#end('failed', reason);
  }

  /** The thread did not end the run, so this side does. */
  #end(status: RunStatus, message: string) {
    this.progress({ type: 'progress', run: { ...this.#summary, status, message }, epochs: [], steps: [] });
  }
}
