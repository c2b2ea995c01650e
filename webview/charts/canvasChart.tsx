import { Chart } from 'chart.js';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Size } from '../hooks';
import type { CurveChartConfig } from './chartConfig';
import type { Point } from './decimate';

/**
 * Keeps one chart of chart.js alive on a canvas and hands it what is new; it never sees the pointer itself.
 * @param config made anew when one of `changes` is another
 * @param size   null until the canvas is laid out
 */
export function useChart(
  canvas: RefObject<HTMLCanvasElement | null>,
  size: Size | null,
  config: () => CurveChartConfig,
  changes: readonly unknown[],
) {
  const chart = useRef<Chart<'line', Point[]>>(undefined);
  useLayoutEffect(() => () => chart.current?.destroy(), []);
  useLayoutEffect(() => {
    if (!size || !canvas.current) return;
    const next = config();
    if (!chart.current) {
      chart.current = new Chart(canvas.current, next);
    } else {
      chart.current.data = next.data;
      chart.current.options = next.options!;
    }
    const { width, height } = chart.current;
    if (width !== size.width || height !== size.height) chart.current.resize(size.width, size.height);
    chart.current.update('none');
  }, [size, ...changes]);
}
