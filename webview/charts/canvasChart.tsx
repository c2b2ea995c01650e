import {
  Chart,
  Decimation,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
} from 'chart.js';
import annotationPlugin from 'chartjs-plugin-annotation';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type ChartFrame, chartOptions, datasets } from './chartOptions';
import type { Point } from './curves';

Chart.register(
  LineController,
  LineElement,
  PointElement,
  LinearScale,
  LogarithmicScale,
  Decimation,
  annotationPlugin,
);

interface CanvasChartProps {
  readonly frame: ChartFrame;
  readonly description: string;
  /** Where the pointer is, in epochs; null when it leaves. */
  readonly onPoint: (epoch: number | null) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Keeps one chart alive and hands it every frame; chart.js never sees the pointer itself. */
export function CanvasChart({ frame, description, onPoint, onKeyDown }: CanvasChartProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const chart = useRef<Chart<'line', Point[]>>(undefined);

  useLayoutEffect(() => {
    chart.current = new Chart(canvas.current!, {
      type: 'line',
      data: { datasets: datasets(frame) },
      options: chartOptions(frame),
    });
    return () => chart.current?.destroy();
  }, []);

  useLayoutEffect(() => {
    if (!chart.current) return;
    // New objects: of one that it knows, chart.js keeps the point radius that it began with.
    chart.current.data.datasets = datasets(frame);
    chart.current.options = chartOptions(frame);
    chart.current.update('none');
  }, [frame]);

  return (
    <canvas
      ref={canvas}
      role="img"
      tabIndex={0}
      aria-label={description}
      onPointerMove={event => onPoint(chart.current?.scales.x?.getValueForPixel(event.offsetX) ?? null)}
      onPointerLeave={() => onPoint(null)}
      onBlur={() => onPoint(null)}
      onKeyDown={onKeyDown}
    />
  );
}
