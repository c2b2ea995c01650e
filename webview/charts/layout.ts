import type { ChartFrame } from './frame';
import type { Scale } from './scale';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Scales {
  readonly x: Scale;
  readonly y: Scale;
  readonly plot: Box;
}

export const fontSize = 10;

/** Room around the plot, fixed: the charts of a run begin at the same place, and nothing slides when a number gets longer. */
export const margins = { left: 56, right: 12, top: 8, bottom: 34 };

/** Where a chart of this size has its axes, in CSS pixels. */
export function scalesOf({ x, y }: ChartFrame, { width, height }: Pick<Box, 'width' | 'height'>): Scales {
  const plot = {
    left: margins.left,
    top: margins.top,
    width: Math.max(1, width - margins.left - margins.right),
    height: Math.max(1, height - margins.top - margins.bottom),
  };
  return {
    plot,
    x: { ...x, start: plot.left, end: plot.left + plot.width },
    y: { ...y, start: plot.top + plot.height, end: plot.top },
  };
}
