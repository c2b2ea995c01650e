import { tablesOf } from '../../data/inputs';
import type { Batch } from '../../engine/examples';
import type { Network } from '../../engine/network';
import type { LayerTrace, Trace } from '../../engine/trace';
import { outputNamesOf } from '../outputs';
import type { Model } from '../storedRun';
import { normalizationPass } from './normalization';
import type { EmbeddingPass, LayerPass, WeightGradients } from './pass';
import { largest, largestTerms, nShownOf } from './terms';

/** One sample in a network, and the network after one step on it. */
export interface Passed {
  readonly model: Pick<Model, 'network' | 'preprocessing' | 'loss'>;
  readonly batch: Batch;
  readonly trace: Trace;
  readonly next: Network;
}

export const layerPasses = (passed: Passed): LayerPass[] =>
  passed.trace.layers.map((_, l) => layerPass(passed, l));

function layerPass(passed: Passed, l: number): LayerPass {
  const { model, trace, next } = passed;
  const layer = model.network.layers[l]!;
  const { sums, slopes, da, dz, arrays } = trace.layers[l]!;
  const inputs = inputsOf(passed, l);
  const { x, weightRow } = inputs;
  const width = layer.biases.length;
  const weightAt = (unit: number, i: number) => layer.weights[weightRow(i) * width + unit]!;
  return {
    activation: layer.activation,
    dropout: layer.dropout,
    inputNames: inputs.names,
    unitNames: unitNamesOf(model, l),
    x,
    nChosen: inputs.nChosen,
    biases: float32(layer.biases),
    forward: largestTerms({ nSums: width, nTerms: x.length, weightAt, factors: x }),
    sums: float32(sums),
    normalization:
      layer.normalization && normalizationPass(layer.normalization, trace.layers[l]!, next.layers[l]!),
    ...{ z: float32(arrays.z), a: float32(arrays.a), slopes: float32(slopes) },
    ...{ da: float32(da), dz: float32(dz), dSums: float32(arrays.dz) },
    backward: backwardTerms(passed, l),
    weights: weightGradients(passed, l, inputs),
    newBiases: float32(next.layers[l]!.biases),
  };
}

interface Inputs {
  /** (inputs), a chosen row counts 1. */
  readonly x: Float32Array;
  readonly nChosen: number;
  readonly names: readonly string[];
  /** Which row of the weights an input is multiplied with. */
  readonly weightRow: (input: number) => number;
  readonly gradientAt: (input: number, unit: number) => number;
}

function inputsOf({ model, batch, trace }: Passed, l: number): Inputs {
  const { x, arrays } = trace.layers[l]!;
  const width = arrays.d.biases.length;
  const nDense = x.length;
  const categories = l === 0 ? trace.workspace.input.categories : null;
  const { nChoices = 0 } = categories?.table ?? {};
  const chosen = batch.selected.subarray(batch.selected.length - nChoices).filter(row => row >= 0);
  const weightRow = (i: number) => (i < nDense ? i : nDense + chosen[i - nDense]!);
  const all = l === 0 ? model.preprocessing.inputNames : unitNamesOf(model, l - 1);
  const touched = categories ? [...categories.touched.rows] : [];
  return {
    x: Float32Array.from([...x, ...new Array<number>(chosen.length).fill(1)]),
    nChosen: chosen.length,
    names: Array.from({ length: nDense + chosen.length }, (_, i) => all[weightRow(i)]!),
    weightRow,
    gradientAt: (i, unit) =>
      i < nDense
        ? arrays.d.weights[i * width + unit]!
        : categories!.d[touched.indexOf(chosen[i - nDense]!) * width + unit]!,
  };
}

/** What the gradient of each input is summed up from. */
function backwardTerms({ model, batch, trace }: Passed, l: number): LayerPass['backward'] {
  const { weights, biases } = model.network.layers[l]!;
  const { x, arrays } = trace.layers[l]!;
  const { input } = trace.workspace;
  const nEmbedded = input.embeddings.reduce((sum, { table }) => sum + table.width * table.nChoices, 0);
  const nSums = l === 0 ? nEmbedded : x.length;
  if (nSums === 0) return null;
  const firstInput = x.length - nSums;
  const weightAt = (i: number, unit: number) => weights[(firstInput + i) * biases.length + unit]!;
  const sums = l === 0 ? input.inputs(batch, 1).dx!.subarray(firstInput) : trace.layers[l - 1]!.da;
  const terms = largestTerms({ nSums, nTerms: biases.length, weightAt, factors: arrays.dz });
  return { ...terms, firstInput, sums: float32(sums) };
}

/** The gradient of a weight is x dz: largest where |x| is. */
function weightGradients({ model, next }: Passed, l: number, inputs: Inputs): WeightGradients {
  const { weights, biases } = model.network.layers[l]!;
  const width = biases.length;
  const { x, weightRow, gradientAt } = inputs;
  const nShown = nShownOf(x.length, width);
  const of = Int32Array.from(nShown < x.length ? largest(x, nShown) : x.keys());
  const each = (value: (input: number, unit: number) => number) =>
    Float32Array.from({ length: nShown * width }, (_, i) => value(of[Math.floor(i / width)]!, i % width));
  const after = next.layers[l]!.weights;
  return {
    of,
    values: each((i, unit) => weights[weightRow(i) * width + unit]!),
    d: each(gradientAt),
    next: each((i, unit) => after[weightRow(i) * width + unit]!),
  };
}

/** The rows of the tables that were chosen. */
export function embeddingPasses({ model, trace, next }: Passed): EmbeddingPass[] {
  const { features } = model.preprocessing;
  const { embeddings } = trace.workspace.input;
  return tablesOf(features).flatMap(({ name, rowNames }, e) => {
    const { d, touched, table } = embeddings[e]!;
    const { width } = table;
    return [...touched.rows].map((row, i) => ({
      ...{ name, row: rowNames[row]! },
      values: float32(table.rows.subarray(row * width, (row + 1) * width)),
      d: float32(d.subarray(i * width, (i + 1) * width)),
      next: float32(next.embeddings[e]!.weights.subarray(row * width, (row + 1) * width)),
    }));
  });
}

const unitNamesOf = ({ network, preprocessing, loss }: Passed['model'], l: number): readonly string[] =>
  l === network.layers.length - 1
    ? outputNamesOf(loss, preprocessing.target)
    : Array.from(network.layers[l]!.biases, (_, unit) => `unit ${unit + 1}`);

const float32 = (values: LayerTrace['x']) => new Float32Array(values);
