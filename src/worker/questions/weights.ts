import { z } from 'zod';
import { tablesOf } from '../../data/inputs';
import { losses } from '../../engine/losses';
import type { LayerWeights } from '../../protocol/weights';
import { outputNamesOf } from '../outputs';
import type { Model } from '../storedRun';
import type { Question } from './question';

/** What the layers have learned, with names for rows and columns. */
export const weights: Question<'weights'> = {
  params: z.null(),
  answer: subject => ({
    epoch: subject.epoch,
    tables: tables(subject),
    layers: layers(subject),
    image: subject.preprocessing.image,
  }),
};

function layers({ network, preprocessing: { inputNames, target }, loss }: Model): LayerWeights[] {
  const last = network.layers.length - 1;
  const outputs = outputNamesOf(loss, target);
  const namesAfter = (l: number) =>
    l === last ? outputs : Array.from(network.layers[l]!.biases, (_, unit) => `unit ${unit + 1}`);
  return network.layers.map((layer, l) => ({
    name: l === last ? 'output' : `hidden ${l + 1}`,
    activation: layer.activation ?? losses[loss].outputActivation,
    inputNames: l === 0 ? inputNames : namesAfter(l - 1),
    outputNames: namesAfter(l),
    weights: new Float32Array(layer.weights),
    biases: new Float32Array(layer.biases),
  }));
}

const tables = ({ network: { embeddings }, preprocessing: { features } }: Model): LayerWeights[] =>
  tablesOf(features).map(({ name, rowNames, columnNames }, e) => ({
    name: `embedding of ${name}`,
    activation: 'row lookup',
    inputNames: rowNames,
    outputNames: columnNames,
    weights: new Float32Array(embeddings[e]!.weights),
    biases: new Float32Array(),
  }));
