import { kernelNamed } from '../engine/kernels';
import type { Platform } from '../platform/types';
import type { DataAccess, Sample, Split } from '../protocol';
import { confusionOf, describeSamples, worstFirst } from './samples';
import { openStoredRun, partOf, readPart, reloadDataset } from './storedRun';

export interface InspectParams extends DataAccess {
  readonly runFolder: string;
  readonly split: Split;
  /** Another file to look at instead of the split, with the run's own mapping; null for none. */
  readonly dataPath: string | null;
  readonly nWorst: number;
  /** One whose weights are recorded; without it, the best. */
  readonly epoch?: number | undefined;
}

export interface Inspection {
  readonly epoch: number;
  readonly nSamples: number;
  readonly loss: number;
  readonly accuracy: number | null;
  /** (classes, classes) counts, rows are true classes; empty for regression. */
  readonly confusion: readonly (readonly number[])[];
  readonly worst: readonly Sample[];
}

/** A stored run at its best epoch or another recorded one, over one of its parts or over another file. */
export async function inspect(
  platform: Platform,
  { runFolder, split, dataPath, nWorst, epoch, allowedFolder }: InspectParams,
): Promise<Inspection> {
  const run = await openStoredRun(platform, runFolder, epoch ?? null);
  const part =
    dataPath === null
      ? partOf(await reloadDataset(platform, runFolder, run, allowedFolder), split)
      : await readPart(platform, dataPath, run, allowedFolder);
  const evaluation = kernelNamed(run.kernel).evaluate(run.network, run.loss, part);
  return {
    epoch: run.epoch,
    nSamples: part.targets.length,
    loss: evaluation.loss,
    accuracy: evaluation.accuracy,
    confusion: confusionOf(evaluation, part, run),
    worst: describeSamples(evaluation, part, run, worstFirst(evaluation).slice(0, nWorst)),
  };
}
