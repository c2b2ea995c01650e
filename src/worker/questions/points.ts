import { z } from 'zod';
import { encode } from '../../data/encode';
import { coordinatesOf, planeFeatures } from '../../data/plane';
import type { Part, Split } from '../../data/types';
import { kernelNamed } from '../../engine/kernels';
import type { PartPoints } from '../../protocol/plane';
import { outcomesOf } from '../samples';
import { evenly } from './evenly';
import type { Question, Subject } from './question';

/** Of each part: more points than this hide one another. */
const maxPoints = 2000;

/** Where samples lie in the plane of the inputs, and how they come out. */
export const points: Question<'points'> = {
  params: z.null(),
  async answer(subject) {
    if (planeFeatures(subject.preprocessing.features).length === 0)
      return { epoch: subject.epoch, parts: [] };
    const { train, validation } = await subject.dataset();
    const parts = [pointsOf(subject, train, 'train')];
    if (validation) parts.push(pointsOf(subject, validation, 'validation'));
    return { epoch: subject.epoch, parts };
  },
};

function pointsOf(subject: Subject, part: Part, split: Split): PartPoints {
  const { network, loss, kernel, preprocessing } = subject;
  const { table, rows } = part;
  const indices = evenly(rows.length, maxPoints);
  const chosen = encode(
    table,
    Uint32Array.from(indices, index => rows[index]!),
    preprocessing,
  );
  const evaluation = kernelNamed(kernel).evaluate(network, loss, chosen);
  const outcome = outcomesOf(evaluation, chosen, subject);
  const isClass = outcome.kind === 'class';
  return {
    ...{ split, nSamples: rows.length, indices },
    lines: table.lines ? Uint32Array.from(indices, index => table.lines![rows[index]!]!) : null,
    coordinates: coordinatesOf(part, indices, preprocessing),
    actual: isClass ? Float32Array.from(outcome.trueClass) : outcome.trueValue,
    predicted: isClass ? Float32Array.from(outcome.predictedClass) : outcome.predictedValue,
  };
}
