import type { Step } from '../step';

/** Threads that may be told to work or to rest. */
interface Dividing {
  readonly isComplete: boolean;
  isDividing: boolean;
}

/** Steps of a comparison: some alone, as many divided, and both once more. */
const nCompared = 32;
const nInTurn = 8;
/** Steps from one comparison to the next: the machine may have got other things to do. */
const period = 2000;
/** Less is not worth the other cores. */
const minSpeedup = 1.1;

/** A step that now and then measures whether the crew makes it faster, and lets it work if so. */
export function fasterStep(step: Step, crew: Dividing, clock: () => number): Step {
  const times: [alone: number[], divided: number[]] = [[], []];
  let nSteps = 0;
  return (...given) => {
    if (!crew.isComplete) return step(...given);
    const place = nSteps++ % period;
    if (place >= nCompared) return step(...given);
    const way = Math.floor(place / nInTurn) % 2;
    crew.isDividing = way === 1;
    const start = clock();
    const result = step(...given);
    // The first in turn wakes the others up.
    if (place % nInTurn > 0) times[way]!.push(clock() - start);
    if (place === nCompared - 1) {
      const [alone, divided] = times.map(median);
      crew.isDividing = alone! > minSpeedup * divided!;
      for (const each of times) each.length = 0;
    }
    return result;
  };
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!;
