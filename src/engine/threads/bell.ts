/** Two words of shared memory: how often the bell was rung, and how many sleep until it is. */
export type Bell = number;
export const bellLength = 2;

/** Looks before going to sleep: some tens of microseconds, longer than the pauses within a step. */
const maxLooks = 20_000;

export function ring(words: Int32Array, bell: Bell) {
  Atomics.add(words, bell, 1);
  // A call to the system, which is saved as long as everybody is awake.
  if (Atomics.load(words, bell + 1) > 0) Atomics.notify(words, bell);
}

/**
 * Returns when the bell has been rung since it stood at `seen`.
 * @returns false when that did not happen in time
 */
export function awaitRing(words: Int32Array, bell: Bell, seen: number, timeoutMs = Number.POSITIVE_INFINITY) {
  for (let look = 0; look < maxLooks; look++) if (Atomics.load(words, bell) !== seen) return true;
  // Whoever rings after this line sees that somebody sleeps; whoever has rung before it keeps us from sleeping.
  Atomics.add(words, bell + 1, 1);
  const end = Atomics.wait(words, bell, seen, timeoutMs);
  Atomics.sub(words, bell + 1, 1);
  return end !== 'timed-out';
}
