import { z } from 'zod';
import { trainingDynamics } from '../../engine/trainingDynamics';
import { readSampleLosses } from '../../runs/sampleLosses';
import { Rejection } from '../rejection';
import { evenly } from './evenly';
import type { Question } from './question';

/** Points that a chart can show one by one. */
const maxPoints = 10_000;

/** What the model thought of each validation sample over the epochs: from what was recorded, nothing is trained anew. */
export const dataMap: Question<'dataMap'> = {
  params: z.null(),
  async answer({ platform, runFolder, record }) {
    if (record.task !== 'classification')
      throw new Rejection('no-classes', 'Only a model of classes has probabilities to map.');
    const nSamples = record.data.nValidation;
    const epochs = await readSampleLosses(platform, runFolder, nSamples);
    const indices = evenly(nSamples, maxPoints);
    return {
      ...{ nEpochs: epochs.length, lastEpoch: epochs.at(-1)?.epoch ?? 0, nSamples, indices },
      ...trainingDynamics(
        epochs.map(({ losses }) => losses),
        indices,
      ),
    };
  },
};
