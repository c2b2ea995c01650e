import type { DivergingColours } from '../../colour';

/**
 * Fills opaque pixels with the colours of values, as `diverging` mixes them.
 * @param pixels (…, 4) red, green, blue, opacity; as many as there are values
 */
export function paintValues(
  pixels: Uint8ClampedArray,
  valueAt: (pixel: number) => number,
  limit: number,
  { negative, zero, positive }: DivergingColours,
): void {
  // An array a pixel would take ten times as long: a picture has a hundred thousand.
  for (let i = 0; i < pixels.length; i += 4) {
    const value = valueAt(i >> 2);
    const share = limit > 0 && Number.isFinite(value) ? Math.min(1, Math.abs(value) / limit) : 0;
    const end = value < 0 ? negative : positive;
    for (let c = 0; c < 3; c++) pixels[i + c] = Math.round(zero[c]! + (end[c]! - zero[c]!) * share);
    pixels[i + 3] = 255;
  }
}
