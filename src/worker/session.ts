import { optimizers } from '../engine/optimizers';
import { type TrainingOptions, type TrainingOutcome, train } from '../engine/train';
import type { Platform } from '../platform/types';
import type { ProgressEvent, RunStatus, RunSummary, TrainParams } from '../protocol';
import { reasonOf } from '../reason';
import { type OpenedRun, openRun } from './openRun';
import { Rejection } from './rejection';

/** Work between two looks at the messages: short enough that Stop and Pause feel immediate. */
const sliceMs = 8;

/**
 * One training run from its request to its end: running ⇄ paused → finished | stopped | diverged | failed.
 * It knows no thread and no timer; `emit` is whatever carries progress away.
 */
export class TrainingSession {
  #status: RunStatus | 'idle' | 'starting' = 'idle';
  #run: OpenedRun | null = null;
  #stopRequested = false;
  #wake = () => {};
  /** Time spent training, without pauses: up to the last pause, and since when it counts again. */
  #elapsedMs = 0;
  #countingSince = 0;

  constructor(
    private readonly platform: Platform,
    private readonly emit: (event: ProgressEvent) => void,
  ) {}

  get run(): OpenedRun | null {
    return this.#run;
  }

  /** Resolves when the run has begun; `ended` resolves when it is over and saved. */
  async start(params: TrainParams): Promise<{ summary: RunSummary; ended: Promise<RunSummary> }> {
    if (this.#status !== 'idle') throw new Rejection('session-used', 'This session has a run already.');
    this.#status = 'starting';
    const run = await openRun(this.platform, params, this.emit);
    await run.recorder.save();
    this.#run = run;
    this.#elapsedMs = run.recorder.summary.elapsedMs;
    this.#setStatus('running');
    run.recorder.send();
    const { summary } = run.recorder;
    return { summary, ended: this.#drive(run) };
  }

  pause(): RunStatus {
    return this.#change('running', 'paused');
  }

  resume(): RunStatus {
    return this.#change('paused', 'running');
  }

  /** Asked twice, or after the end, it changes nothing; before the start, the run ends before its first step. */
  stop(): RunStatus {
    this.#stopRequested = true;
    this.#wake();
    return this.#status === 'idle' || this.#status === 'starting' ? 'stopped' : this.#status;
  }

  #change(from: RunStatus, to: RunStatus): RunStatus {
    if (this.#status === 'idle' || this.#status === 'starting')
      throw new Rejection('no-run', 'There is no training to act on.');
    if (this.#status === from) {
      this.#setStatus(to);
      this.#run?.recorder.send();
      this.#wake();
    }
    return this.#status;
  }

  #setStatus(status: RunStatus, message?: string) {
    this.#elapsedMs = this.#elapsed();
    this.#countingSince = performance.now();
    this.#status = status;
    this.#run?.recorder.setStatus(status, this.#elapsedMs, message);
  }

  #elapsed = () =>
    this.#status === 'running' ? this.#elapsedMs + performance.now() - this.#countingSince : this.#elapsedMs;

  async #drive(run: OpenedRun): Promise<RunSummary> {
    try {
      const { status, message } = endOf(await this.#trainInSlices(run), run.options);
      await this.#end(run, status, message);
    } catch (error) {
      await this.#fail(run, error);
    }
    await run.trainer.close();
    return run.recorder.summary;
  }

  /** The last message is sent when everything that it speaks of is on the disk. */
  async #end(run: OpenedRun, status: RunStatus, message?: string) {
    this.#setStatus(status, message);
    // A diverged state is worth nothing; the last good one stays.
    await run.recorder.save({ withState: status !== 'diverged' });
    run.recorder.send();
  }

  async #fail(run: OpenedRun, error: unknown) {
    this.#setStatus('failed', reasonOf(error));
    // What broke the run may well be the disk: then its folder stays as it was, and reads "interrupted".
    await run.recorder.save({ withState: false }).catch(() => {});
    run.recorder.send();
  }

  async #trainInSlices({
    trainer,
    data,
    options,
    recorder,
  }: OpenedRun): Promise<TrainingOutcome | 'stopped'> {
    const events = train(trainer.state(), data, options, trainer);
    while (!this.#stopRequested) {
      const sliceEnd = performance.now() + sliceMs;
      do {
        const { value, done } = events.next();
        if (done) return value;
        if (value.type === 'step') recorder.addStep(value);
        else recorder.addEpoch(value, this.#elapsed());
      } while (performance.now() < sliceEnd);
      await recorder.keepUp();
      await this.platform.breathe();
      if (this.#status === 'paused' && !this.#stopRequested) {
        await recorder.saveOrWait();
        await this.#resumed();
      }
    }
    return 'stopped';
  }

  async #resumed() {
    while (this.#status === 'paused' && !this.#stopRequested)
      await new Promise<void>(resolve => {
        this.#wake = resolve;
      });
  }
}

function endOf(outcome: TrainingOutcome | 'stopped', options: TrainingOptions) {
  if (outcome === 'stopped') return { status: 'stopped' } as const;
  switch (outcome.type) {
    case 'finished':
      return { status: 'finished' } as const;
    case 'stoppedEarly': {
      const { earlyStoppingPatience: patience } = options;
      return { status: 'finished', message: `Stopped early: no better for ${patience} epochs.` } as const;
    }
    case 'diverged':
      return { status: 'diverged', message: divergence(outcome, options) } as const;
  }
}

function divergence(
  { step, loss, firstLoss }: Extract<TrainingOutcome, { type: 'diverged' }>,
  { learningRate, optimizer }: TrainingOptions,
): string {
  const short = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
  const rose = Number.isFinite(loss)
    ? `rose to ${short.format(loss)}, from ${short.format(firstLoss)} at the first step`
    : 'became infinite';
  // Ten times less, or what is usual where that is less still.
  const rate = Math.min(learningRate / 10, optimizers[optimizer].defaults.learningRate);
  const advice = `The learning rate ${learningRate} is too high for ${optimizer}; try ${short.format(rate)}.`;
  return `Diverged at step ${step}: the loss ${rose}. ${advice}`;
}
