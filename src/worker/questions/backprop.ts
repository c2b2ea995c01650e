import { z } from 'zod';
import { picturesOf } from '../../data/display';
import { createBatch, gather } from '../../engine/examples';
import { traceSample } from '../../engine/trace';
import { choicesOf, numbersOf } from '../backprop/inputs';
import { embeddingPasses, layerPasses } from '../backprop/layers';
import { outcomeOf } from '../backprop/outcome';
import { networkAfter, optionsOfLastStep, ruleOf } from '../backprop/step';
import { Rejection } from '../rejection';
import type { Question } from './question';
import { ofSplit } from './splits';

/**
 * One sample through the model and back, number by number, as the reference implementation has it in float32. The loss is
 * that of training: with its label smoothing and class weights.
 */
export const backprop: Question<'backprop'> = {
  params: ofSplit.extend({ index: z.int().nonnegative() }),
  async answer(subject, { split, index }) {
    const [part, dataset] = await Promise.all([subject.part(split), subject.dataset()]);
    const { network, preprocessing } = subject;
    const { rows, table } = part;
    if (index >= rows.length) throw new Rejection('no-sample', `The ${split} part has no sample ${index}.`);
    const options = optionsOfLastStep(subject, dataset);
    const batch = createBatch(part, 1, network.layers[0]!.weights);
    gather(batch, part, Uint32Array.of(index));
    const passOnce = () => traceSample(network, options.loss, options, batch);
    const trace = passOnce();
    const passed = {
      model: subject,
      batch,
      trace,
      next: networkAfter(network, passOnce().workspace, options),
    };
    const row = rows[index]!;
    const { image } = preprocessing;
    return {
      ...{ epoch: subject.epoch, split, index, nSamples: rows.length, row },
      line: table.lines?.[row] ?? null,
      picture: image && { ...image, pixels: picturesOf(table, preprocessing)(row) },
      numbers: numbersOf(part, preprocessing, index),
      choices: choicesOf(part, preprocessing, network, index),
      layers: layerPasses(passed),
      embeddings: embeddingPasses(passed),
      outcome: outcomeOf(trace, preprocessing, batch.targets, options),
      update: ruleOf(network, trace.workspace, options),
    };
  },
};
