import { type Architecture, countParameters } from '../engine/network';
import type { Threads } from '../engine/threads/threads';
import type { Platform } from '../platform/types';
import type { Prepared } from './prepare';

/** More than this many cores have little to do together in networks of this size. */
const maxThreads = 4;
/** Weights times samples: below, a step is over before the threads have told each other about it. */
const minStepWork = 3e6;
/** The same of all steps together: below, training is over in about a second on one thread. */
const minWork = 1e10;

/**
 * The threads that a training may use beside its own; null where one is enough or all that there is.
 * @param wanted by the person; 0 leaves it to measurements
 */
export function threadsFor(
  platform: Platform,
  wanted: number,
  { architecture, options, dataset }: Pick<Prepared, 'architecture' | 'options' | 'dataset'>,
): Threads | null {
  const { crewScript } = platform;
  const count = wanted || Math.min(platform.nCores, maxThreads);
  const nMet = countMet(architecture);
  const epochWork = nMet * dataset.train.targets.length;
  const stepWork = nMet * options.batchSize;
  const isWorthwhile = wanted > 0 || (stepWork >= minStepWork && epochWork * options.epochs >= minWork);
  if (count === 1 || !isWorthwhile || typeof SharedArrayBuffer === 'undefined') return null;
  return {
    count,
    clock: wanted ? null : () => performance.now(),
    start(task) {
      const thread = platform.startWorker(crewScript);
      thread.post(task);
      return thread;
    },
  };
}

/** Parameters that one sample meets: of the rows of a table, those that it selects. */
const countMet = ({ embeddings = [], categories, ...others }: Architecture): number =>
  countParameters({
    ...others,
    embeddings: embeddings.map(embedding => ({ ...embedding, size: embedding.nChoices })),
    categories: categories && { ...categories, size: categories.nChoices },
  });
