/** Colours as numbers, for what is painted pixel by pixel. */

/** Red, green, blue in 0 … 255. */
export type Rgb = readonly [number, number, number];

/** Reads what theme variables hold: #rgb, #rrggbb, #rrggbbaa, rgb(…), rgba(…). Transparency is dropped. */
export function parseColour(text: string): Rgb {
  const hex = /^#([\da-f]{3,8})$/i.exec(text.trim())?.[1];
  if (hex) {
    const nDigits = hex.length < 6 ? 1 : 2;
    return channels(i => Number.parseInt(hex.slice(i * nDigits, (i + 1) * nDigits).repeat(3 - nDigits), 16));
  }
  const numbers = text.match(/[\d.]+/g)?.map(Number) ?? [];
  return channels(i => numbers[i] ?? 128);
}

export function withAlpha(colour: string, alpha: number): string {
  return `rgba(${parseColour(colour).join(', ')}, ${alpha})`;
}

export interface DivergingColours {
  readonly negative: Rgb;
  readonly zero: Rgb;
  readonly positive: Rgb;
}

/** Mixes from `zero` towards one end; `limit` and beyond is the end itself, a value that is not finite is `zero`. */
export function diverging(value: number, limit: number, colours: DivergingColours): Rgb {
  const share = limit > 0 && Number.isFinite(value) ? Math.min(1, Math.abs(value) / limit) : 0;
  const end = value < 0 ? colours.negative : colours.positive;
  return mixed(colours.zero, end, share);
}

/** @param share 0 is `from`, 1 is `to` */
export const mixed = (from: Rgb, to: Rgb, share: number): Rgb =>
  channels(i => Math.round(from[i]! + (to[i]! - from[i]!) * share));

/** As a style, or a canvas, takes it. */
export const css = (colour: Rgb): string => `rgb(${colour.join(' ')})`;

/** The largest absolute value: one end of a scale that is centred on 0. */
export function largestMagnitude(...arrays: readonly Float32Array[]): number {
  let largest = 0;
  for (const values of arrays) {
    for (const value of values) {
      if (Number.isFinite(value)) largest = Math.max(largest, Math.abs(value));
    }
  }
  return largest;
}

const channels = (channel: (i: number) => number): Rgb => [channel(0), channel(1), channel(2)];
