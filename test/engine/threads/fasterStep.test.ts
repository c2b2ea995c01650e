import { expect, it } from 'vitest';
import { fasterStep } from '../../../src/engine/threads/fasterStep';

/** Steps that take as long as given, alone and divided. */
function measured(alone: number, divided: () => number) {
  let now = 0;
  const crew = { isComplete: true, isDividing: false };
  const ways: boolean[] = [];
  const step = fasterStep(
    () => {
      ways.push(crew.isDividing);
      now += crew.isDividing ? divided() : alone;
      return { loss: 1, nCorrect: 0, statistics: null };
    },
    crew,
    () => now,
  );
  const run = (nSteps: number) => {
    ways.length = 0;
    for (let n = 0; n < nSteps; n++) step(Uint32Array.of(0), 0.1, false);
    return ways.filter(Boolean).length;
  };
  return { crew, run };
}

it('divides from then on where that was faster', () => {
  const { run } = measured(10, () => 6);
  expect(run(32)).toBe(16);
  expect(run(100)).toBe(100);
});

it.each([9.5, 30])('does not where it was not, or hardly: %d instead of 10', divided => {
  const { run } = measured(10, () => divided);
  expect(run(32)).toBe(16);
  expect(run(100)).toBe(0);
});

it('lets no slow step decide', () => {
  let n = 0;
  const { run } = measured(10, () => (n++ % 7 === 3 ? 1000 : 6));
  run(32);
  expect(run(100)).toBe(100);
});

it('compares again later', () => {
  let divided = 30;
  const { run } = measured(10, () => divided);
  run(1000);
  divided = 6;
  run(1032);
  expect(run(100)).toBe(100);
});

it('waits until all threads have begun, and goes on when they end', () => {
  const { crew, run } = measured(10, () => 6);
  crew.isComplete = false;
  expect(run(100)).toBe(0);
  crew.isComplete = true;
  expect(run(33)).toBe(17);
  Object.assign(crew, { isComplete: false, isDividing: false });
  expect(run(100)).toBe(0);
});
