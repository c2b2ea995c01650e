import type { Dataset, Part } from '../../data/types';
import { createBatch, gather } from '../../engine/examples';
import { traceSample } from '../../engine/trace';
import type { StoredRun } from '../storedRun';
import { choicesOf, numbersOf } from './inputs';
import { embeddingPasses, layerPasses } from './layers';
import { outcomeOf } from './outcome';
import type { Pass } from './pass';
import { networkAfter, optionsOfLastStep, ruleOf } from './step';

/**
 * One sample of a part through the model, back, and down the gradient, as the reference implementation has it in float32.
 * The loss is that of training: with its label smoothing and class weights.
 */
export function passSample(run: StoredRun, dataset: Dataset, part: Part, index: number): Pass {
  const { network, preprocessing } = run;
  const options = optionsOfLastStep(run, dataset);
  const batch = createBatch(part, 1, network.layers[0]!.weights);
  gather(batch, part, Uint32Array.of(index));
  const passOnce = () => traceSample(network, options.loss, options, batch);
  const trace = passOnce();
  const next = networkAfter(network, passOnce().workspace, options);
  const passed = { model: run, batch, trace, next };
  return {
    numbers: numbersOf(part, preprocessing, index),
    choices: choicesOf(part, preprocessing, network, index),
    layers: layerPasses(passed),
    embeddings: embeddingPasses(passed),
    outcome: outcomeOf(trace, preprocessing, batch.targets, options),
    update: ruleOf(network, trace.workspace, options),
  };
}
