import { z } from 'zod';
import type { FeatureEncoding, Part } from '../../data/types';
import type { SweptRange } from '../../protocol/trial';
import { firstInputs } from '../nearestSamples';
import { Rejection } from '../rejection';
import { encodeTrial, evaluatePart, outcomeAt } from '../trial';
import type { Question } from './question';
import { cells } from './trialParams';

/** As many as a page shows at once. */
const maxRanges = 40;
const nPoints = 33;

const range = z.object({ feature: z.int().nonnegative(), from: z.number(), to: z.number() });

/** How the prediction for a row follows its numeric features, one at a time: all in one batch. */
export const sweep: Question<'sweep'> = {
  params: z.object({ cells, ranges: z.array(range).min(1).max(maxRanges) }),
  async answer(subject, { cells, ranges }) {
    const { part } = await encodeTrial(subject, { kind: 'row', cells });
    if (!part) throw new Rejection('wrong-row', 'A cell of the row is missing, or is not a number.');
    const now = outcomeAt(evaluatePart(subject, part), 0, 1, subject);
    const classIndex = now.kind === 'class' ? now.predicted : null;
    const batch = variationsOf(part, subject.preprocessing.features, ranges);
    const evaluation = evaluatePart(subject, batch);
    const values = Float32Array.from(batch.targets, (_, i) => {
      const outcome = outcomeAt(evaluation, i, batch.targets.length, subject);
      return outcome.kind === 'class' ? outcome.probabilities[classIndex!]! : outcome.value;
    });
    return { classIndex, nPoints, values };
  },
};

/** A sample again and again, each time with another number in one place. */
function variationsOf(
  sample: Part,
  features: readonly FeatureEncoding[],
  ranges: readonly SweptRange[],
): Part {
  const numbers = features.filter(feature => feature.kind === 'numeric');
  const nSamples = ranges.length * nPoints;
  const row = firstInputs(sample);
  const inputs = new Float32Array(nSamples * row.length);
  for (const [r, { feature, from, to }] of ranges.entries()) {
    const encoding = features[feature];
    if (encoding?.kind !== 'numeric')
      throw new Rejection('wrong-question', `Feature ${feature} is not numeric.`);
    const place = numbers.indexOf(encoding);
    for (let p = 0; p < nPoints; p++) {
      const start = (r * nPoints + p) * row.length;
      const value = from + ((to - from) * p) / (nPoints - 1);
      inputs.set(row, start);
      inputs[start + place] = (value - encoding.shift) / encoding.scale;
    }
  }
  const choices = sample.selected;
  return {
    ...{ table: sample.table, rows: new Uint32Array(nSamples), inputs },
    selected:
      choices &&
      Int32Array.from({ length: nSamples * choices.length }, (_, i) => choices[i % choices.length]!),
    targets: sample.targets instanceof Int32Array ? new Int32Array(nSamples) : new Float32Array(nSamples),
  };
}
