import { cellsOf, picturesOf } from '../data/display';
import { tablesOf } from '../data/inputs';
import type { Part } from '../data/types';
import type { Evaluation } from '../engine/evaluate';
import { kernelNamed } from '../engine/kernels';
import { losses } from '../engine/losses';
import type { Platform } from '../platform/types';
import type { DataAccess, Inspection, InspectParams, LayerWeights } from '../protocol';
import type { OpenedRun } from './openRun';
import { outputNamesOf } from './outputs';
import { Rejection } from './rejection';
import { confusionOf, worstSamples } from './samples';
import { type Model, openStoredRun, partOf, readPart, reloadDataset } from './storedRun';

/** Looks at the run that trains here, as it was at the end of its last epoch, or at the best epoch of a stored one; or at another epoch. */
export async function inspect(
  platform: Platform,
  params: InspectParams & DataAccess,
  live: OpenedRun | null,
): Promise<Inspection> {
  const { runFolder, split, dataPath, allowedFolder, epoch } = params;
  const recorder = live?.recorder.folder === runFolder ? live.recorder : null;
  const weights = epoch === undefined ? recorder?.finishedEpoch : recorder?.weightsOf(epoch);
  if (live && weights) {
    const { dataset, options, trainer } = live;
    const { preprocessing } = dataset;
    const model = { ...weights, runFolder, preprocessing, loss: options.loss, kernel: trainer.kernel };
    return inspectionOf(model, partOf(dataset, split), params);
  }
  const run = await openStoredRun(platform, runFolder, epoch);
  try {
    const part =
      dataPath === null
        ? partOf(await reloadDataset(platform, runFolder, run, allowedFolder), split)
        : await readPart(platform, dataPath, run, allowedFolder);
    return inspectionOf(run, part, params);
  } catch (error) {
    // The weights can be looked at without the data.
    if (error instanceof Rejection && dataPath === null)
      return { ...inspectionWithoutData(run, split), notice: error.message };
    throw error;
  }
}

function inspectionOf(model: Model, part: Part, { split, nWorst }: InspectParams): Inspection {
  const { network, loss, kernel } = model;
  const evaluation = kernelNamed(kernel).evaluate(network, loss, part);
  return {
    ...inspectionWithoutData(model, split),
    nSamples: part.targets.length,
    loss: evaluation.loss,
    accuracy: evaluation.accuracy,
    confusion: confusionOf(evaluation, part, model),
    worst: worst(evaluation, part, model, nWorst),
  };
}

function worst(evaluation: Evaluation, part: Part, model: Model, nWorst: number) {
  const { preprocessing } = model;
  const picture = preprocessing.image && picturesOf(part.table, preprocessing);
  const cells = picture ? () => [] : cellsOf(part, preprocessing);
  const display = {
    line: (row: number) => part.table.lines?.[row] ?? null,
    cells,
    picture: (row: number) => picture?.(row) ?? null,
  };
  return worstSamples(evaluation, part, model, nWorst, display);
}

function inspectionWithoutData(
  { runFolder, epoch, network: { embeddings, layers }, preprocessing, loss }: Model,
  split: Inspection['split'],
): Inspection {
  const { inputNames, image, target, features } = preprocessing;
  const outputs = outputNamesOf(loss, target);
  const namesAfter = (l: number) =>
    l === layers.length - 1 ? outputs : Array.from(layers[l]!.biases, (_, unit) => `unit ${unit + 1}`);
  const described = layers.map((layer, l): LayerWeights => {
    const isLast = l === layers.length - 1;
    return {
      name: isLast ? 'output' : `hidden ${l + 1}`,
      activation: layer.activation ?? losses[loss].outputActivation,
      inputNames: l === 0 ? inputNames : namesAfter(l - 1),
      outputNames: namesAfter(l),
      weights: new Float32Array(layer.weights),
      biases: new Float32Array(layer.biases),
    };
  });
  const tables = tablesOf(features).map(
    ({ name, rowNames, columnNames }, e): LayerWeights => ({
      name: `embedding of ${name}`,
      activation: 'row lookup',
      inputNames: rowNames,
      outputNames: columnNames,
      weights: new Float32Array(embeddings[e]!.weights),
      biases: new Float32Array(),
    }),
  );
  return {
    ...{ runFolder, epoch, split, image },
    ...{ nSamples: 0, loss: null, accuracy: null, confusion: [], worst: [], notice: null },
    tables,
    layers: described,
  };
}
