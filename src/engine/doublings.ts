/**
 * Epochs that lie evenly within each doubling, from a power of two to the next: every one at first, then ever fewer, so
 * that about `perDoubling · log2(nEpochs)` of them show a course of any length. Halved, `perDoubling` leaves out every
 * other one; a fraction below 1 leaves the powers of two.
 * @returns numbers from 1 to `nEpochs`, ascending; for 4 a doubling 1 … 8, 10, 12, 14, 16, 20, 24, 28, 32, 40 …
 */
export function spreadOverDoublings(nEpochs: number, perDoubling: number): number[] {
  const epochs: number[] = [];
  if (perDoubling <= 0) return epochs;
  for (let start = 1; start <= nEpochs; start *= 2) {
    const n = Math.min(perDoubling, start);
    for (let i = 0; i < n; i++) {
      const epoch = start + Math.floor((i * start) / n);
      if (epoch <= nEpochs) epochs.push(epoch);
    }
  }
  return epochs;
}

/** Whether an epoch is one of these, however many follow. */
export function isSpreadOverDoublings(epoch: number, perDoubling: number): boolean {
  const start = 2 ** Math.floor(Math.log2(epoch));
  const n = Math.min(perDoubling, start);
  const i = Math.ceil(((epoch - start) * n) / start);
  return i < n && start + Math.floor((i * start) / n) === epoch;
}
