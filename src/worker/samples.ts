import type { Part } from '../data/types';
import type { FloatArray } from '../engine/array';
import { confusion } from '../engine/confusion';
import type { Evaluation } from '../engine/evaluate';
import type { ClassLoss } from '../engine/losses';
import type { Cell, ClassPrediction, Sample, ValuePrediction } from '../protocol';
import { classLoss } from './outputs';
import type { Model } from './storedRun';

/** How a sample, and the row of the table that it is of, look to a person. */
interface Display {
  line(row: number): number | null;
  cells(sample: number): Cell[];
  picture(row: number): Uint8Array | null;
}

/** The samples with the largest losses, the worst first; of equals the one that comes first in the data. */
export function worstSamples(
  { sampleLosses, outputs }: Evaluation,
  { rows, targets }: Part,
  { preprocessing: { target }, loss }: Model,
  nWorst: number,
  display: Display,
): Sample[] {
  const order = Array.from(sampleLosses.keys()).sort((a, b) => sampleLosses[b]! - sampleLosses[a]! || a - b);
  const nOutputs = outputs.length / targets.length;
  const predict = (i: number) => {
    if (target.kind === 'classes') {
      const logits = outputs.subarray(i * nOutputs, (i + 1) * nOutputs);
      return classPrediction(classLoss(loss), logits, targets[i]!, target.classes);
    }
    const { shift, scale } = target;
    return valuePrediction(targets[i]! * scale + shift, outputs[i]! * scale + shift);
  };
  return order.slice(0, nWorst).map(i => {
    const row = rows[i]!;
    return {
      index: i,
      row,
      line: display.line(row),
      loss: sampleLosses[i]!,
      prediction: predict(i),
      picture: display.picture(row),
      cells: display.cells(i),
    };
  });
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

const valuePrediction = (trueValue: number, predictedValue: number): ValuePrediction => ({
  kind: 'value',
  trueValue,
  predictedValue,
});

/** (classes, classes) counts, rows are true classes and columns predicted ones; empty for regression. */
export function confusionOf(
  { outputs }: Evaluation,
  { targets }: Part,
  { preprocessing: { target }, loss }: Model,
): number[][] {
  if (target.kind !== 'classes') return [];
  return confusion(classLoss(loss), outputs, targets, outputs.length / targets.length);
}
