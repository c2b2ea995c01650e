import { cellsAgainst, picturesOf } from '../data/display';
import type { Part } from '../data/types';
import type { Evaluation } from '../engine/evaluate';
import { fastestKernel } from '../engine/kernels';
import type { Platform } from '../platform/types';
import type { DataAccess, Inspection, InspectParams, LayerWeights } from '../protocol';
import type { OpenedRun } from './openRun';
import { Rejection } from './rejection';
import { confusionOf, worstSamples } from './samples';
import { type Model, openStoredRun, partOf, readPart, reloadDataset } from './storedRun';

/** Looks at the run that trains here, as it is now, or at the best epoch of a stored one. */
export async function inspect(
  platform: Platform,
  params: InspectParams & DataAccess,
  live: OpenedRun | null,
): Promise<Inspection> {
  const { runFolder, split, dataPath, allowedFolder } = params;
  if (live?.recorder.folder === runFolder) {
    const { dataset, trainer } = live;
    const runId = live.recorder.summary.id;
    const { preprocessing } = dataset;
    const { progress, layers } = trainer.state();
    const model = { runId, epoch: progress.epoch, layers, preprocessing };
    return inspectionOf(model, partOf(dataset, split), dataset.train, params);
  }
  const run = await openStoredRun(platform, runFolder);
  try {
    const dataset = await reloadDataset(platform, runFolder, run, allowedFolder);
    const part =
      dataPath === null ? partOf(dataset, split) : await readPart(platform, dataPath, run, allowedFolder);
    return inspectionOf(run, part, dataset.train, params);
  } catch (error) {
    // The weights can be looked at without the data.
    if (error instanceof Rejection && dataPath === null)
      return { ...inspectionWithoutData(run, split), notice: error.message };
    throw error;
  }
}

function inspectionOf(model: Model, part: Part, train: Part, { split, nWorst }: InspectParams): Inspection {
  const { preprocessing, layers } = model;
  const evaluation = fastestKernel().evaluate(
    layers,
    preprocessing.task === 'classification' ? 'cross_entropy' : 'mse',
    part,
  );
  return {
    ...inspectionWithoutData(model, split),
    nSamples: part.targets.length,
    loss: evaluation.loss,
    accuracy: evaluation.accuracy,
    confusion: confusionOf(evaluation, part, preprocessing),
    worst: worst(evaluation, part, train, model, nWorst),
  };
}

function worst(evaluation: Evaluation, part: Part, train: Part, { preprocessing }: Model, nWorst: number) {
  const cells = cellsAgainst(train, preprocessing);
  const picture = preprocessing.image && picturesOf(part.table, preprocessing);
  const display = {
    line: (row: number) => part.table.lines?.[row] ?? null,
    cells: (row: number) => (picture ? [] : cells(part.table, row)),
    picture: (row: number) => picture?.(row) ?? null,
  };
  return worstSamples(evaluation, part, preprocessing, nWorst, display);
}

function inspectionWithoutData(
  { runId, epoch, layers, preprocessing }: Model,
  split: Inspection['split'],
): Inspection {
  const { inputNames, image, target } = preprocessing;
  const outputs = target.kind === 'classes' ? target.classes : [target.name];
  const unitNames = (l: number) => layers[l]!.biases.length;
  const namesAfter = (l: number) =>
    l === layers.length - 1 ? outputs : Array.from({ length: unitNames(l) }, (_, unit) => `unit ${unit + 1}`);
  const described = layers.map((layer, l): LayerWeights => {
    const isLast = l === layers.length - 1;
    return {
      name: isLast ? 'output' : `hidden ${l + 1}`,
      activation: layer.activation ?? (target.kind === 'classes' ? 'softmax' : 'linear'),
      inputNames: l === 0 ? inputNames : namesAfter(l - 1),
      outputNames: namesAfter(l),
      // Copies: the live ones change while the message is on its way.
      weights: Float32Array.from(layer.weights),
      biases: Float32Array.from(layer.biases),
    };
  });
  return {
    ...{ runId, epoch, split, image },
    ...{ nSamples: 0, loss: null, accuracy: null, confusion: [], worst: [], notice: null },
    layers: described,
  };
}
