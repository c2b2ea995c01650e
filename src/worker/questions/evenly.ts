/** Numbers of at most `limit` of `n` samples, evenly spread over all of them; ascending. */
export function evenly(n: number, limit: number): Uint32Array {
  const nChosen = Math.min(n, limit);
  return Uint32Array.from({ length: nChosen }, (_, i) => Math.floor((i * n) / nChosen));
}
