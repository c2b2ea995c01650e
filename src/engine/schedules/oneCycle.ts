import type { Schedule } from '../schedules';

/** Part of the steps that the rise takes; where it begins, and where the fall ends. */
const rise = 0.3;
const first = 1 / 25;
const last = first / 1e4;

/** Half a cosine wave between two values. */
const between = (from: number, to: number, part: number) =>
  to + ((from - to) * (1 + Math.cos(Math.PI * part))) / 2;

/**
 * Up from a 25th to the full rate over three tenths of the steps, then down to almost 0, each along half a cosine
 * wave; its numbers are PyTorch's. The momentum stays as it is.
 * Source: Smith and Topin 2018, section 3.
 */
export const oneCycle: Schedule = {
  decays: false,
  factor({ step, nSteps }) {
    const top = rise * nSteps - 1;
    if (step <= top) return between(first, 1, step / top);
    return between(1, last, (step - top) / (nSteps - 1 - top));
  },
};
