import { type TrainingOutcome, train } from '../engine/train';
import type { Platform } from '../platform/types';
import type {
  AdjustableValues,
  Problem,
  ProgressEvent,
  RunStatus,
  RunSummary,
  TrainParams,
} from '../protocol';
import type { Snapshot } from '../protocol/questions';
import { reasonOf } from '../reason';
import { encodeWeights } from '../runs/checkpoint';
import { isLive } from '../runs/record';
import { adjust } from './adjust';
import { type Ending, endOf } from './ending';
import { type OpenedRun, openRun } from './openRun';
import type { Recorder } from './recorder';
import { Rejection } from './rejection';

type Events = ReturnType<typeof train>;

/** Work between two looks at the messages: short enough that Stop and Pause feel immediate. */
const sliceMs = 8;

/** A run that has begun. */
interface Started {
  readonly summary: RunSummary;
  readonly warnings: readonly Problem[];
  readonly ended: Promise<RunSummary>;
}

/**
 * One training run from its request to its end: running ⇄ paused → finished | stopped | interrupted | diverged | failed.
 * A paused run can be led on by single steps.
 * It knows no thread and no timer; `emit` is whatever carries progress away.
 */
export class TrainingSession {
  #status: RunStatus | 'idle' | 'starting' = 'idle';
  #run: OpenedRun | null = null;
  /** How the run shall end before its time. */
  #endRequested: Ending | null = null;
  /** Single steps that were asked for and are still to be done; a run counts as paused meanwhile. */
  #nSteps = 0;
  /** The running run shall pause at the end of its epoch. */
  #pausesAtEpoch = false;
  #wake = () => {};
  /** What a run tells and keeps when it waits has changed since it last did. */
  #hasNews = false;
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
  async start(params: TrainParams): Promise<Started> {
    if (this.#status !== 'idle') throw new Rejection('session-used', 'This session has a run already.');
    this.#status = 'starting';
    const run = await openRun(this.platform, params, this.emit);
    await run.recorder.save();
    this.#run = run;
    this.#elapsedMs = run.recorder.summary.elapsedMs;
    this.#setStatus(params.beginPaused ? 'paused' : 'running');
    run.recorder.send();
    const { summary } = run.recorder;
    return { summary, warnings: run.warnings, ended: this.#drive(run) };
  }

  pause(): RunStatus {
    return this.#change('running', 'paused');
  }

  resume(): RunStatus {
    return this.#change('paused', 'running');
  }

  /** A step more before the pause, which begins now where the run is not paused yet; each one asked for is done. */
  step(): RunStatus {
    const nBefore = this.#nSteps;
    const status = this.#change('running', 'paused');
    this.#nSteps = nBefore + 1;
    this.#wake();
    return status;
  }

  /** Pauses where the epoch ends, or the next one where it has just ended. */
  runEpoch(): RunStatus {
    const status = this.#change('paused', 'running');
    this.#pausesAtEpoch = true;
    return status;
  }

  /** New values, from the next step on. */
  adjust(changes: AdjustableValues): RunStatus {
    const run = this.#begun();
    if (!isLive(run.recorder.summary.status))
      throw new Rejection('run-over', `The run is over (${this.#status}), so nothing in it can be changed.`);
    adjust(run, changes);
    run.recorder.send();
    this.#hasNews = true;
    this.#wake();
    return run.recorder.summary.status;
  }

  /** The weights as they are now, between two steps, or of a recorded epoch that is still in memory. */
  snapshot(epoch: number | null): Snapshot | null {
    const { trainer, recorder } = this.#begun();
    const { progress } = trainer.state();
    const weights =
      epoch === null ? { epoch: progress.epoch, network: trainer.network() } : recorder.weightsOf(epoch);
    return (
      weights && {
        epoch: weights.epoch,
        step: progress.step,
        weights: encodeWeights(weights.network, weights.epoch),
      }
    );
  }

  stop(): RunStatus {
    return this.#endEarly('stopped');
  }

  /** Whoever looks at the run goes away; it may go on later. */
  interrupt(): RunStatus {
    return this.#endEarly('interrupted');
  }

  /** Asked twice, or after the end, it changes nothing; before the start, the run ends before its first step. */
  #endEarly(ending: Ending): RunStatus {
    this.#endRequested ??= ending;
    this.#wake();
    return this.#status === 'idle' || this.#status === 'starting' ? 'stopped' : this.#status;
  }

  #begun(): OpenedRun {
    if (this.#run) return this.#run;
    throw new Rejection('no-run', 'There is no training to act on.');
  }

  /** How far the run was to go until now means nothing any more. */
  #change(from: RunStatus, to: RunStatus): RunStatus {
    const { recorder } = this.#begun();
    this.#nSteps = 0;
    this.#pausesAtEpoch = false;
    if (this.#status === from) {
      this.#setStatus(to);
      recorder.send();
      this.#wake();
    }
    return recorder.summary.status;
  }

  #setStatus(status: RunStatus, message?: string) {
    this.#hasNews = true;
    this.#elapsedMs = this.#elapsed();
    this.#countingSince = performance.now();
    this.#status = status;
    this.#run?.recorder.setStatus(status, this.#elapsedMs, message);
  }

  #elapsed = () =>
    this.#status === 'running' ? this.#elapsedMs + performance.now() - this.#countingSince : this.#elapsedMs;

  async #drive(run: OpenedRun): Promise<RunSummary> {
    try {
      const outcome = await this.#trainInSlices(run);
      const { status, message } = endOf(outcome, run.options, this.#status === 'paused');
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

  async #trainInSlices({ trainer, data, options, recorder }: OpenedRun): Promise<TrainingOutcome | Ending> {
    const events = train(trainer.state(), data, options, trainer);
    for (;;) {
      while (this.#status === 'paused' && this.#nSteps === 0 && !this.#endRequested)
        await this.#rest(recorder);
      if (this.#endRequested) return this.#endRequested;
      const outcome =
        this.#nSteps > 0 ? this.#trainStep(events, recorder) : this.#trainSlice(events, recorder);
      if (outcome) return outcome;
      if (this.#status === 'running') await recorder.keepUp();
      await this.platform.breathe();
    }
  }

  #trainSlice(events: Events, recorder: Recorder): TrainingOutcome | null {
    const sliceEnd = performance.now() + sliceMs;
    let isEnd = false;
    do {
      const { value, done } = events.next();
      if (done) return value;
      recorder.add(value, this.#elapsed);
      isEnd = value.next === 'end';
      if (this.#pausesAtEpoch && value.type === 'epoch' && value.next === 'step') {
        this.#pausesAtEpoch = false;
        this.#setStatus('paused');
        return null;
      }
      // Nothing comes between the last event and the end: a diverged state would be saved, a finished run be stopped.
    } while (isEnd || performance.now() < sliceEnd);
    return null;
  }

  /** A single step, and the end of the epoch or of the run where that follows. */
  #trainStep(events: Events, recorder: Recorder): TrainingOutcome | null {
    const start = performance.now();
    const elapsed = () => this.#elapsedMs + performance.now() - start;
    for (let hasStepped = false; ; ) {
      const { value, done } = events.next();
      if (done) return value;
      recorder.add(value, elapsed);
      hasStepped ||= value.type === 'step';
      if (hasStepped && value.next === 'step') break;
    }
    this.#elapsedMs = elapsed();
    this.#nSteps--;
    this.#hasNews = true;
    return null;
  }

  /** What is new is told and kept, before anything else is waited for. */
  async #rest(recorder: Recorder) {
    if (this.#hasNews) {
      this.#hasNews = false;
      recorder.send();
      return recorder.saveOrWait();
    }
    return new Promise<void>(resolve => {
      this.#wake = resolve;
    });
  }
}
