import type { Trainer } from '../engine/kernel';
import { copyNetwork, parametersOf } from '../engine/parameters';
import type { EpochEvent, StepEvent } from '../engine/train';
import type { TrainingState } from '../engine/trainingState';
import type { Platform } from '../platform/types';
import type { ProgressEvent } from '../protocol';
import { encodeState, encodeWeights } from '../runs/checkpoint';
import { encodeMetrics } from '../runs/metricsFile';
import {
  type Adjustment,
  type EpochMetrics,
  isLive,
  type RunRecord,
  type RunStatus,
  type RunSummary,
  resultOf,
  type StepLoss,
} from '../runs/record';
import { fileNames, summarise, writeRecord } from '../runs/runFolder';
import { Checkpoints, type EpochWeights } from './checkpoints';
import { epochMetricsOf, metric } from './epochMetrics';
import type { RecordingPlan } from './recordingPlan';

/** At most this often: progress to whoever looks (30 Hz), records to the disk. */
const progressIntervalMs = 1000 / 30;
const saveIntervalMs = 1000;
/** Saving takes at most this part of the time, however large the model is. */
const maxSavingShare = 0.05;

/**
 * The save with which a run fails when none since the last good one has succeeded. Each waits twice as long as the one
 * before, so that a minute is left for a full disk to be cleared or a network drive to come back.
 */
const maxFailedSaves = 6;

/** Turns the events of training into progress messages and into the files of the run folder. */
export class Recorder {
  readonly #unsent = { epochs: [] as EpochMetrics[], steps: [] as StepLoss[] };
  readonly #unsaved = {
    epochs: [] as EpochMetrics[],
    steps: [] as StepLoss[],
    sampleLosses: [] as Float32Array<ArrayBuffer>[],
  };
  #lastStep: StepEvent | null = null;
  #unsavedBest: EpochWeights | null = null;
  #finishedEpoch: EpochWeights | null;
  readonly #checkpoints: Checkpoints;
  #sentAt = 0;
  #savedAt = performance.now();
  #saveInterval = saveIntervalMs;
  #nFailedSaves = 0;

  constructor(
    readonly folder: string,
    private readonly platform: Platform,
    private readonly trainer: Trainer,
    private record: RunRecord,
    private readonly emit: (event: ProgressEvent) => void,
    private readonly plan: RecordingPlan,
  ) {
    const state = trainer.state();
    const { batch, epoch } = state.progress;
    this.#finishedEpoch = batch === 0 ? { epoch, network: copyNetwork(state) } : null;
    this.#checkpoints = new Checkpoints(platform, folder, plan.checkpointEpochs, record.checkpoints);
    if (this.#finishedEpoch) this.#checkpoints.add(this.#finishedEpoch);
  }

  get summary(): RunSummary {
    const summary = summarise(this.platform, this.record, this.folder);
    return { ...summary, lastStep: this.#lastStep && stepLossOf(this.#lastStep) };
  }

  /** Of the last epoch that is over, or the start; null for a run that goes on in mid-epoch and has ended none yet. */
  get finishedEpoch(): EpochWeights | null {
    return this.#finishedEpoch;
  }

  /** Of any epoch whose weights are still in memory: the last one, the best, or one that waits to be saved. */
  weightsOf(epoch: number): EpochWeights | null {
    const found = [this.#finishedEpoch, this.#unsavedBest].find(weights => weights?.epoch === epoch);
    return found ?? this.#checkpoints.find(epoch) ?? null;
  }

  add(event: StepEvent | EpochEvent, elapsedMs: () => number) {
    if (event.type === 'step') this.#addStep(event);
    else this.#addEpoch(event, elapsedMs());
  }

  #addStep(event: StepEvent) {
    this.#lastStep = event;
    if (event.step !== 1 && event.step % this.plan.stepStride !== 0) return;
    const recorded = stepLossOf(event);
    this.#unsent.steps.push(recorded);
    this.#unsaved.steps.push(recorded);
  }

  #addEpoch(event: EpochEvent, elapsedMs: number) {
    const network = this.trainer.network();
    const metrics = epochMetricsOf(event, network.layers, elapsedMs);
    this.#unsent.epochs.push(metrics);
    this.#unsaved.epochs.push(metrics);
    const losses = event.validation?.sampleLosses;
    if (losses && event.epoch % this.record.sampleLossStride === 0)
      this.#unsaved.sampleLosses.push(Float32Array.from(losses));
    this.record = { ...this.record, lastEpoch: event.epoch, elapsedMs };
    this.#finishedEpoch = { epoch: event.epoch, network: copyNetwork(network) };
    this.#checkpoints.add(this.#finishedEpoch);
    if (!event.isBest) return;
    this.record = { ...this.record, best: resultOf(metrics) };
    this.#unsavedBest = this.#finishedEpoch;
  }

  setAdjustments(adjustments: readonly Adjustment[]) {
    this.record = { ...this.record, adjustments: [...adjustments] };
  }

  setStatus(status: RunStatus, elapsedMs: number, message?: string) {
    const { message: _old, finishedAt: _then, ...rest } = this.record;
    this.record = {
      ...rest,
      status,
      elapsedMs,
      ...(message === undefined ? {} : { message }),
      ...(isLive(status) ? {} : { finishedAt: new Date().toISOString() }),
    };
  }

  /** Does what is due: cheap to call often. */
  async keepUp() {
    const now = performance.now();
    if (now - this.#sentAt >= progressIntervalMs) this.send();
    const isDue = now - this.#savedAt >= this.#saveInterval;
    // Where the disk fails, nothing is won by trying more often.
    if (isDue || (this.#checkpoints.isFull && this.#nFailedSaves === 0)) await this.saveOrWait();
  }

  /** What cannot be written waits for another time, unless that has happened too often. */
  async saveOrWait() {
    try {
      await this.save();
    } catch (error) {
      this.#savedAt = performance.now();
      this.#saveInterval *= 2;
      if (++this.#nFailedSaves >= maxFailedSaves) throw error;
    }
  }

  send() {
    this.#sentAt = performance.now();
    this.emit({
      type: 'progress',
      run: this.summary,
      epochs: this.#unsent.epochs.splice(0),
      steps: this.#unsent.steps.splice(0),
    });
  }

  /**
   * Metrics first, then weights, then the record that speaks of them: killed in between, the folder holds more than
   * `run.json` says, never less. The state is left out when it is no longer worth going on from. What could not be
   * written is kept.
   */
  async save({ withState = true } = {}) {
    const start = performance.now();
    const { files, paths } = this.platform;
    const path = (name: string) => paths.join(this.folder, name);
    const { epochs, steps, sampleLosses } = this.#unsaved;
    if (epochs.length + steps.length > 0) {
      await files.append(path(fileNames.metrics), encodeMetrics({ epochs, steps }));
      epochs.length = 0;
      steps.length = 0;
    }
    if (sampleLosses.length > 0) {
      const bytes = await new Blob(sampleLosses).arrayBuffer();
      await files.append(path(fileNames.sampleLosses), new Uint8Array(bytes));
      sampleLosses.length = 0;
    }
    const best = this.#unsavedBest;
    if (best) await files.writeAtomic(path(fileNames.best), encodeWeights(best.network, best.epoch));
    this.#unsavedBest = null;
    await this.#checkpoints.save();
    const state = withState ? this.trainer.state() : null;
    if (state && isFiniteState(state))
      await files.writeAtomic(path(fileNames.last), encodeState(state, this.record.adjustments));
    const engine = { ...this.record.engine, threads: this.trainer.nThreads };
    this.record = { ...this.record, engine, checkpoints: [...this.#checkpoints.epochs] };
    await writeRecord(this.platform, this.folder, this.record);
    this.#nFailedSaves = 0;
    this.#savedAt = performance.now();
    this.#saveInterval = Math.max(saveIntervalMs, (this.#savedAt - start) / maxSavingShare);
  }
}

const stepLossOf = ({ step, loss }: StepEvent): StepLoss => ({ step, loss: metric(loss) });

/** Weights may overflow a step before the loss shows it. */
const isFiniteState = (state: TrainingState) =>
  parametersOf(state).every(({ values }) => values.every(Number.isFinite));
