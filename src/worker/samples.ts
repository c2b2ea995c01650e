import type { Part, Preprocessing } from '../data/types';
import { argMax } from '../engine/array';
import { confusion } from '../engine/confusion';
import type { Evaluation } from '../engine/evaluate';
import { softmax } from '../engine/losses/crossEntropy';
import type { Cell, ClassPrediction, Sample, ValuePrediction } from '../protocol';

/** How a row of the table looks to a person. */
interface Display {
  line(row: number): number | null;
  cells(row: number): Cell[];
  picture(row: number): Uint8Array | null;
}

/** The samples with the largest losses, the worst first; of equals the one that comes first in the data. */
export function worstSamples(
  { sampleLosses, outputs }: Evaluation,
  { rows, targets }: Part,
  { target }: Preprocessing,
  nWorst: number,
  display: Display,
): Sample[] {
  const order = Array.from(sampleLosses.keys()).sort((a, b) => sampleLosses[b]! - sampleLosses[a]! || a - b);
  const predict = (i: number) => {
    if (target.kind === 'classes') {
      const nClasses = target.classes.length;
      const logits = outputs.subarray(i * nClasses, (i + 1) * nClasses);
      return classPrediction([...softmax(logits, 1, nClasses)], targets[i]!, target.classes);
    }
    const { shift, scale } = target;
    return valuePrediction(targets[i]! * scale + shift, outputs[i]! * scale + shift);
  };
  return order.slice(0, nWorst).map(i => {
    const row = rows[i]!;
    return {
      row,
      line: display.line(row),
      loss: sampleLosses[i]!,
      prediction: predict(i),
      picture: display.picture(row),
      cells: display.cells(row),
    };
  });
}

function classPrediction(
  probabilities: number[],
  label: number,
  classes: readonly string[],
): ClassPrediction {
  const predicted = argMax(Float64Array.from(probabilities));
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
  { target }: Preprocessing,
): number[][] {
  if (target.kind !== 'classes') return [];
  return confusion(outputs, targets, target.classes.length);
}
