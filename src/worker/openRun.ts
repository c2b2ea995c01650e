import type { Examples } from '../engine/examples';
import type { Kernel, Trainer } from '../engine/kernel';
import { countParameters } from '../engine/network';
import type { TrainingOptions } from '../engine/train';
import { initTraining } from '../engine/trainingState';
import type { Platform } from '../platform/types';
import type { Problem, ProgressEvent, TrainParams } from '../protocol';
import { formatVersion, type RunRecord } from '../runs/record';
import { claimRunFolder, fileNames, nextRunNumber, runsFolderOf } from '../runs/runFolder';
import { sampleLossStride } from '../runs/sampleLosses';
import { applyAdjustments } from './adjust';
import { baselineOf } from './baseline';
import { goOn, readEarlier, refuseAnotherRun } from './goOn';
import { kernelFor } from './kernel';
import { type Prepared, prepare } from './prepare';
import { Recorder } from './recorder';
import { planRecording } from './recordingPlan';
import { Rejection } from './rejection';
import { threadsFor } from './threads';

/** A run that may begin or go on: what to train, with what, and where it is recorded. */
export interface OpenedRun extends Prepared {
  readonly warnings: readonly Problem[];
  readonly trainer: Trainer;
  readonly data: { readonly train: Examples; readonly validation: Examples | null };
  readonly options: TrainingOptions;
  readonly recorder: Recorder;
}

/** For the record: it changes when the same seed and kernel no longer give the same bits. */
const engineVersion = '2';

export async function openRun(
  platform: Platform,
  params: TrainParams,
  emit: (event: ProgressEvent) => void,
): Promise<OpenedRun> {
  const earlier = params.resume && params.folder ? await readEarlier(platform, params.folder) : null;
  const overrides = [...(earlier?.overrides ?? []), ...params.overrides];
  const { problems, prepared } = await prepare(platform, params, overrides);
  if (!prepared) throw rejected(problems);
  const { architecture, configuration, dataset, options } = prepared;
  if (earlier) refuseAnotherRun(earlier, prepared, platform.paths.join(params.folder!, fileNames.record));
  const state = initTraining(architecture, options.optimizer, configuration.training.seed);
  const kernel = kernelFor(earlier, state, prepared);
  const folder = await folderOf(platform, params);
  const number = earlier?.number ?? (await nextRunNumber(platform, folder));
  const fresh = newRecord(platform, { ...params, overrides }, folder, number, prepared, kernel);
  const plan = planRecording(configuration, state, fresh.stepsPerEpoch);
  const record = earlier ? await goOn(platform, folder, state, plan, earlier, fresh) : fresh;
  applyAdjustments(options, record.adjustments);
  const threads = threadsFor(platform, params.threads, prepared);
  const trainer = kernel.createTrainer(state, dataset.train, options.batchSize, options, threads);
  const recorder = new Recorder(folder, platform, trainer, record, emit, plan);
  return { ...prepared, warnings: problems, trainer, data: dataset, recorder };
}

function rejected(problems: Rejection['problems']): Rejection {
  const first = problems.find(problem => problem.severity === 'error');
  return new Rejection('configuration', first?.message ?? 'The configuration has errors.', problems);
}

async function folderOf(platform: Platform, { path, folder, resume }: TrainParams): Promise<string> {
  if (folder === null) return claimRunFolder(platform, runsFolderOf(platform, path), Date.now());
  const { files, paths } = platform;
  const isRun = (await files.status(paths.join(folder, fileNames.record))) !== undefined;
  if (isRun && !resume)
    throw new Rejection('run-exists', `${folder} holds a run already. Choose another folder, or resume it.`);
  await files.makeFolder(folder);
  return folder;
}

function newRecord(
  { paths, process }: Platform,
  { path, text, overrides }: TrainParams,
  folder: string,
  number: number,
  { architecture, configuration, dataset }: Prepared,
  kernel: Kernel,
): RunRecord {
  const { preprocessing, fingerprint, train, validation, test } = dataset;
  const { target, task } = preprocessing;
  return {
    formatVersion,
    id: paths.basename(folder),
    number,
    name: `run ${number}`,
    status: 'running',
    startedAt: new Date().toISOString(),
    configurationFile: paths.basename(path),
    configurationFolder: paths.relative(folder, paths.dirname(path)),
    configurationText: text,
    overrides: [...overrides],
    configuration: { ...configuration },
    adjustments: [],
    data: {
      fingerprint,
      nTrain: train.targets.length,
      nValidation: validation?.targets.length ?? 0,
      nTest: test?.targets.length ?? 0,
    },
    preprocessing,
    engine: { version: engineVersion, kernel: kernel.name, threads: 1 },
    nParameters: countParameters(architecture),
    plannedEpochs: configuration.training.epochs,
    stepsPerEpoch: Math.ceil(train.targets.length / configuration.training.batch_size),
    task,
    classNames: target.kind === 'classes' ? [...target.classes] : [],
    baseline: baselineOf(dataset),
    best: null,
    checkpoints: [],
    sampleLossStride: sampleLossStride(configuration.training.epochs, validation?.targets.length ?? 0),
    lastEpoch: 0,
    elapsedMs: 0,
    process: process.self,
  };
}
