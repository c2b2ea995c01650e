import './axes.css';
import type { ComponentChildren } from 'preact';
import { formatShort } from '../format';
import { shareOf } from './points';

/** With a line at each tick. */
export interface Axis {
  readonly title: string;
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
}

/** Of shares. */
export const unitAxis = (title: string): Axis => ({ title, min: 0, max: 1, ticks: [0, 0.25, 0.5, 0.75, 1] });

/** Room for the names and numbers of the axes, in pixels. */
export const margins = { left: 44, top: 8, right: 12, bottom: 36 } as const;

interface AxesProps {
  /** Of all, margins included, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly x: Axis;
  readonly y: Axis;
  /** In pixels from the left upper corner of the plot. */
  readonly children?: ComponentChildren;
}

/** Two axes and their grid; what lies between them is drawn by its children, and said by whoever shows it. */
export function Axes({ width, height, x, y, children }: AxesProps) {
  const plot = plotOf(width, height);
  return (
    <svg class="axes" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <g transform={`translate(${margins.left} ${margins.top})`}>
        {x.ticks.map(tick => (
          <g key={tick} transform={`translate(${shareOf(tick, x) * plot.width} 0)`}>
            <path class="grid" d={`M0 0V${plot.height}`} />
            <text y={plot.height + 14} text-anchor="middle">
              {formatShort(tick).replace('-', '−')}
            </text>
          </g>
        ))}
        {y.ticks.map(tick => (
          <g key={tick} transform={`translate(0 ${(1 - shareOf(tick, y)) * plot.height})`}>
            <path class="grid" d={`M0 0H${plot.width}`} />
            <text x={-6} y={4} text-anchor="end">
              {formatShort(tick).replace('-', '−')}
            </text>
          </g>
        ))}
        <text x={plot.width / 2} y={plot.height + 30} text-anchor="middle">
          {x.title}
        </text>
        <text transform={`translate(-34 ${plot.height / 2}) rotate(-90)`} text-anchor="middle">
          {y.title}
        </text>
        {children}
      </g>
    </svg>
  );
}

export const plotOf = (width: number, height: number) => ({
  width: width - margins.left - margins.right,
  height: height - margins.top - margins.bottom,
});
