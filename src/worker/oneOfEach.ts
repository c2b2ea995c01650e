import { Random } from '../engine/random';

/**
 * Numbers of some of `n` samples, ascending: of each `stride` that follow one another one is drawn, always the same. Where
 * classes take turns, every n-th sample would miss some of them.
 */
export function oneOfEach(stride: number, n: number): Uint32Array {
  const random = Random.seeded(0);
  return Uint32Array.from({ length: Math.ceil(n / stride) }, (_, i) =>
    Math.min(n - 1, i * stride + random.integer(stride)),
  );
}
