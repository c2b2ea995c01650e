import { cellsOf, picturesOf } from '../data/display';
import { placesOf } from '../data/textPlaces';
import type { Part } from '../data/types';
import type { FloatArray } from '../engine/array';
import { confusion } from '../engine/confusion';
import type { Evaluation } from '../engine/evaluate';
import type { ClassLoss } from '../engine/losses';
import type { ClassPrediction, Sample, ValuePrediction } from '../protocol';
import type { ClassOutcomes, ValueOutcomes } from '../protocol/samples';
import { classLoss } from './outputs';
import type { Model } from './storedRun';

/**
 * Numbers of the samples with the largest losses, the worst first; of equals the one that comes first in the data. What is
 * no number is worse than any.
 */
export function worstFirst({ sampleLosses }: Pick<Evaluation, 'sampleLosses'>): number[] {
  const badness = Float64Array.from(sampleLosses, loss =>
    Number.isNaN(loss) ? Number.POSITIVE_INFINITY : Math.min(loss, Number.MAX_VALUE),
  );
  const order = (a: number, b: number) => (badness[a] === badness[b] ? a - b : badness[b]! - badness[a]!);
  return Array.from(sampleLosses.keys()).sort(order);
}

/** The samples of those numbers, in that order, as they look to a person. */
export function describeSamples(
  evaluation: Evaluation,
  part: Part,
  model: Pick<Model, 'preprocessing' | 'loss'>,
  indices: readonly number[],
): Sample[] {
  const { preprocessing } = model;
  const { table, rows } = part;
  const { image } = preprocessing;
  const pixels = image && picturesOf(table, preprocessing);
  const cells = image ? () => [] : cellsOf(part, preprocessing);
  const places = placesOf(part, preprocessing);
  const predict = predictor(evaluation, part, model);
  return indices.map(index => {
    const row = rows[index]!;
    return {
      ...{ index, row },
      line: table.lines?.[row] ?? null,
      loss: evaluation.sampleLosses[index]!,
      prediction: predict(index),
      picture: pixels && { ...image, pixels: pixels(row) },
      place: places?.(index) ?? null,
      cells: cells(index),
    };
  });
}

function predictor(
  { outputs }: Evaluation,
  { targets }: Part,
  { preprocessing: { target }, loss }: Pick<Model, 'preprocessing' | 'loss'>,
): (sample: number) => ClassPrediction | ValuePrediction {
  if (target.kind === 'numeric') {
    const { shift, scale } = target;
    return i => ({
      kind: 'value',
      trueValue: targets[i]! * scale + shift,
      predictedValue: outputs[i]! * scale + shift,
    });
  }
  const nOutputs = outputs.length / targets.length;
  return i => {
    const logits = outputs.subarray(i * nOutputs, (i + 1) * nOutputs);
    return classPrediction(classLoss(loss), logits, targets[i]!, target.classes);
  };
}

function classPrediction(
  loss: ClassLoss,
  logits: FloatArray,
  label: number,
  classes: readonly string[],
): ClassPrediction {
  const probabilities = [...loss.probabilities(logits, 1, logits.length)];
  const predicted = loss.predict(logits, 0, logits.length);
  return {
    kind: 'class',
    trueClass: classes[label]!,
    predictedClass: classes[predicted]!,
    probabilityOfTrue: probabilities[label]!,
    probabilityOfPredicted: probabilities[predicted]!,
    probabilities,
  };
}

/** How every sample comes out, in the order of the part. */
export function outcomesOf(
  { outputs }: Evaluation,
  { targets }: Part,
  { preprocessing: { target }, loss }: Pick<Model, 'preprocessing' | 'loss'>,
): ClassOutcomes | ValueOutcomes {
  const nSamples = targets.length;
  if (target.kind === 'numeric') {
    const original = (scaled: number) => scaled * target.scale + target.shift;
    return {
      kind: 'value',
      trueValue: Float32Array.from(targets, original),
      predictedValue: Float32Array.from(outputs, original),
    };
  }
  const nOutputs = outputs.length / nSamples;
  const { probabilities, predict } = classLoss(loss);
  const outcomes = {
    kind: 'class' as const,
    trueClass: Int32Array.from(targets),
    predictedClass: new Int32Array(nSamples),
    probabilityOfTrue: new Float32Array(nSamples),
    probabilityOfPredicted: new Float32Array(nSamples),
    probabilityOfSecond: new Float32Array(nSamples),
  };
  for (let i = 0; i < nSamples; i++) {
    const p = probabilities(outputs.subarray(i * nOutputs, (i + 1) * nOutputs), 1, nOutputs);
    const predicted = predict(outputs, i * nOutputs, nOutputs);
    outcomes.predictedClass[i] = predicted;
    outcomes.probabilityOfTrue[i] = p[targets[i]!]!;
    outcomes.probabilityOfPredicted[i] = p[predicted]!;
    outcomes.probabilityOfSecond[i] = largestBut(p, predicted);
  }
  return outcomes;
}

/** The largest probability but that of one class. */
function largestBut(probabilities: FloatArray, except: number): number {
  let largest = 0;
  for (let c = 0; c < probabilities.length; c++)
    if (c !== except) largest = Math.max(largest, probabilities[c]!);
  return largest;
}

/** (classes, classes) counts, rows are true classes and columns predicted ones; empty for regression. */
export function confusionOf(
  { outputs }: Evaluation,
  { targets }: Part,
  { preprocessing: { target }, loss }: Pick<Model, 'preprocessing' | 'loss'>,
): number[][] {
  if (target.kind !== 'classes') return [];
  return confusion(classLoss(loss), outputs, targets, outputs.length / targets.length);
}
