import type { Part } from '../../data/types';
import type { FloatArray } from '../../engine/array';
import { calibration } from '../../engine/calibration';
import type { ClassLoss } from '../../engine/losses';
import { rocCurve, thinnedCurve } from '../../engine/rocCurve';
import type { Rates } from '../../protocol/rates';
import { oneOfEach } from '../oneOfEach';
import { classLoss } from '../outputs';
import { Rejection } from '../rejection';
import { outcomesOf } from '../samples';
import type { Question, Subject } from './question';
import { ofSplit } from './splits';

/** Scores that are sorted for the curves: more would keep a person waiting. */
const maxScores = 4e6;
/** Of all curves together. */
const maxPoints = 40_000;
const binsOf = [10, 15];

/** Curves of each class against all others, and how often the model is right when it is how sure. */
export const rates: Question<'rates'> = {
  params: ofSplit,
  async answer(subject, { split }): Promise<Rates> {
    const [part, evaluation] = await Promise.all([subject.part(split), subject.evaluation(split)]);
    const outcomes = outcomesOf(evaluation, part, subject);
    if (outcomes.kind !== 'class')
      throw new Rejection('no-classes', 'Only a model of classes has curves of their rates.');
    const { trueClass, predictedClass, probabilityOfPredicted } = outcomes;
    const isCorrect = (i: number) => trueClass[i] === predictedClass[i];
    return {
      ...{ epoch: subject.epoch, split, nSamples: trueClass.length },
      ...curvesOf(evaluation.outputs, part, subject),
      calibrations: binsOf.map(nBins => calibration(probabilityOfPredicted, isCorrect, nBins)),
    };
  },
};

function curvesOf(outputs: FloatArray, { targets }: Part, { loss: name }: Subject) {
  const loss = classLoss(name);
  const nClasses = loss.nClasses ?? outputs.length / targets.length;
  const stride = Math.ceil((targets.length * nClasses) / maxScores);
  const rows = oneOfEach(stride, targets.length);
  const ranked = Array.from(rows, row => targets[row]!);
  const scores = scoresOf(loss, outputs, rows, outputs.length / targets.length);
  const nPoints = Math.min(256, Math.max(16, Math.floor(maxPoints / nClasses)));
  const curves = scores.map((ofClass, c) => {
    const curve = rocCurve(ofClass, i => ranked[i] === c);
    return curve && thinnedCurve(curve, nPoints);
  });
  return { nRanked: ranked.length, curves };
}

/** (classes) of (rows) each: probabilities of those samples. */
function scoresOf(loss: ClassLoss, outputs: FloatArray, rows: Uint32Array, nOutputs: number) {
  const nClasses = loss.nClasses ?? nOutputs;
  const scores = Array.from({ length: nClasses }, () => new Float64Array(rows.length));
  for (const [n, row] of rows.entries()) {
    const start = row * nOutputs;
    const probabilities = loss.probabilities(outputs.subarray(start, start + nOutputs), 1, nOutputs);
    for (let c = 0; c < nClasses; c++) scores[c]![n] = probabilities[c]!;
  }
  return scores;
}
