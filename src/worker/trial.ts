import { textOf } from '../data/inputs';
import { encodeCells, encodePixels, encodeText, noteOf, unknownCharacters } from '../data/typed';
import type { Part } from '../data/types';
import type { FloatArray } from '../engine/array';
import type { Evaluation } from '../engine/evaluate';
import { isBytes } from '../engine/examples';
import { kernelNamed } from '../engine/kernels';
import type { FieldNote, TrialInputs, TrialOutcome } from '../protocol/trial';
import { classLoss } from './outputs';
import type { Subject } from './questions/question';
import { Rejection } from './rejection';
import type { Model } from './storedRun';

/** What was typed or drawn, ready for the model, with what has to be said about it. */
export interface Typed {
  readonly notes: readonly FieldNote[];
  /** Null where a note is in the way. */
  readonly part: Part | null;
}

export async function encodeTrial(subject: Subject, inputs: TrialInputs): Promise<Typed> {
  const { preprocessing } = subject;
  const { features, image } = preprocessing;
  const text = textOf(features);
  if (text && inputs.kind === 'text') {
    const unknown = unknownCharacters(inputs.text, text.characters);
    if (unknown.length === 0) return { notes: [], part: encodeText(inputs.text, preprocessing) };
    return { notes: [{ field: 0, code: 'unknownCharacter', detail: unknown.join(' ') }], part: null };
  }
  if (image && inputs.kind === 'image' && inputs.pixels.length === features.length) {
    const asBytes = isBytes((await subject.part('train')).inputs);
    return { notes: [], part: encodePixels(inputs.pixels, preprocessing, asBytes) };
  }
  if (text || image || inputs.kind !== 'row' || inputs.cells.length !== features.length)
    throw new Rejection('wrong-question', 'These are not the inputs of this model.');
  const notes = features.flatMap((feature, field): FieldNote[] => {
    const note = noteOf(feature, inputs.cells[field]!);
    return note ? [{ field, ...note }] : [];
  });
  const isFaulty = notes.some(({ code }) => code === 'notNumber' || code === 'missing');
  return { notes, part: isFaulty ? null : encodeCells(inputs.cells, preprocessing) };
}

/** By the kernel that trained the model, as every evaluation of it. */
export const evaluatePart = ({ kernel, network, loss }: Model, part: Part): Evaluation =>
  kernelNamed(kernel).evaluate(network, loss, part);

/** One sample of a part. */
export function sampleAt(part: Part, index: number): Part {
  const { inputs, selected, targets, rows, table } = part;
  if (index >= targets.length) throw new Rejection('no-sample', `There is no sample ${index}.`);
  const slice = <T extends { subarray(from: number, to: number): T; readonly length: number }>(
    values: T,
  ): T => {
    const width = values.length / targets.length;
    return values.subarray(index * width, (index + 1) * width);
  };
  return {
    ...{ table, rows: slice(rows) },
    inputs: isBytes(inputs) ? { ...inputs, values: slice(inputs.values) } : slice(inputs),
    selected: selected && slice(selected),
    targets: targets instanceof Int32Array ? slice(targets) : slice(targets),
  };
}

/** What the outputs of one sample say. */
export function outcomeAt(
  { outputs }: Evaluation,
  sample: number,
  nSamples: number,
  model: Model,
): TrialOutcome {
  const nOutputs = outputs.length / nSamples;
  return outcomeOf(outputs.subarray(sample * nOutputs, (sample + 1) * nOutputs), model);
}

function outcomeOf(outputs: FloatArray, { loss, preprocessing: { target } }: Model): TrialOutcome {
  if (target.kind === 'numeric') return { kind: 'value', value: outputs[0]! * target.scale + target.shift };
  const { probabilities, predict } = classLoss(loss);
  return {
    kind: 'class',
    probabilities: new Float32Array(probabilities(outputs, 1, outputs.length)),
    predicted: predict(outputs, 0, outputs.length),
  };
}
