import { textOf } from '../../data/inputs';
import { trainingDynamics } from '../../engine/trainingDynamics';
import type { Predictions, Split } from '../../protocol';
import { readSampleLosses } from '../../runs/sampleLosses';
import { allIndices } from '../matrixPart';
import { outcomesOf } from '../samples';
import { type Dynamics, tagsOf } from '../tags';
import type { Question, Subject } from './question';
import { ofSplit } from './splits';

/** How every sample of a split comes out. */
export const predictions: Question<'predictions'> = {
  params: ofSplit,
  async answer(subject, { split }) {
    const [part, evaluation] = await Promise.all([subject.part(split), subject.evaluation(split)]);
    const { rows, table } = part;
    const outcome = outcomesOf(evaluation, part, subject);
    return {
      ...{ epoch: subject.epoch, split, rows },
      loss: evaluation.loss,
      accuracy: evaluation.accuracy,
      lines: table.lines ? rows.map(row => table.lines![row]!) : null,
      losses: Float32Array.from(evaluation.sampleLosses),
      outcome,
      ...(await tagged(subject, split, outcome, rows.length)),
    };
  },
};

async function tagged(
  subject: Subject,
  split: Split,
  outcome: Predictions['outcome'],
  nSamples: number,
): Promise<Pick<Predictions, 'tags' | 'tagNames'>> {
  const { target } = subject.preprocessing;
  if (outcome.kind === 'value' || target.kind !== 'classes')
    return { tags: new Uint8Array(nSamples), tagNames: [] };
  return tagsOf(outcome, target.classes.length, await dynamics(subject, split, nSamples));
}

/**
 * Losses are recorded of the validation part only. The next character of a text is not a label that anybody gave it,
 * and a rare one is no mistake.
 */
async function dynamics(
  { platform, runFolder, preprocessing }: Subject,
  split: Split,
  nSamples: number,
): Promise<Dynamics | null> {
  if (split !== 'validation' || textOf(preprocessing.features)) return null;
  const epochs = await readSampleLosses(platform, runFolder, nSamples);
  const losses = epochs.map(({ losses }) => losses);
  return { nEpochs: epochs.length, ...trainingDynamics(losses, allIndices(nSamples)) };
}
