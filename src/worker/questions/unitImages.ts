import { z } from 'zod';
import { layerMatrices } from '../matrices';
import { allIndices, byValue, cellsOf, columnNorms, largestMagnitude } from '../matrixPart';
import { Rejection } from '../rejection';
import type { Question } from './question';

/** More pictures than this are too much to look at; of large ones, 4 MB. */
const maxImages = 128;
const maxPixels = 2 ** 20;

/** Each unit of the first layer as an image, longest weight vector first. */
export const unitImages: Question<'unitImages'> = {
  params: z.null(),
  answer(subject) {
    const { image } = subject.preprocessing;
    if (!image) throw new Rejection('no-image', 'The inputs of this model are no image.');
    const [first] = layerMatrices(subject);
    const { columnNames, weights, vectors } = first!;
    const norms = columnNorms(weights, columnNames.length);
    const nPixels = image.width * image.height;
    const n = Math.max(1, Math.min(maxImages, Math.floor(maxPixels / nPixels)));
    const units = byValue(allIndices(columnNames.length), norms).slice(0, n);
    return {
      ...{ epoch: subject.epoch, image, nAll: columnNames.length },
      limit: largestMagnitude(weights),
      units: Array.from(units, unit => ({
        ...{ unit, name: columnNames[unit]!, norm: norms[unit]! },
        bias: vectors[0]!.values[unit]!,
        weights: cellsOf(weights, columnNames.length, allIndices(nPixels), Uint32Array.of(unit)),
      })),
    };
  },
};
