/** Colours of the cells of a count: one hue on the theme's ground, with text that can be read on it. */
import { css, mixed, type Rgb } from '../../colour';

/** As an element's style has it. */
export interface Shade {
  background: string;
  color: string;
}

const nShades = 32;
const [black, white]: readonly Rgb[] = [
  [0, 0, 0],
  [255, 255, 255],
];

/** From nothing to the full hue. */
export const shadesOf = (ground: Rgb, hue: Rgb): readonly Shade[] =>
  Array.from({ length: nShades + 1 }, (_, i) => {
    const colour = mixed(ground, hue, i / nShades);
    const text = contrast(colour, white!) >= contrast(colour, black!) ? white! : black!;
    return { background: css(colour), color: css(text) };
  });

/** The square root lets single errors be seen beside a class that is mostly right. */
export const shadeOf = (shades: readonly Shade[], share: number): Shade =>
  shades[Math.round(Math.sqrt(Math.min(1, share)) * nShades)]!;

/** Ratio of WCAG 2.2, from 1 to 21: of black and white at least one has 4.58 on any colour. */
export function contrast(a: Rgb, b: Rgb): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map(channel => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
