import type { ComponentChildren } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { useSize } from '../hooks';
import { useChart } from './canvasChart';
import { chartConfig } from './chartConfig';
import type { ChartFrame } from './frame';
import { type Change, usePlotGestures } from './gestures';
import { scalesOf } from './layout';
import { toPixel } from './scale';

interface PlotProps {
  readonly frame: ChartFrame;
  readonly description: string;
  /** The epoch that is pointed at in any chart of the run. */
  readonly hoveredEpoch: number | null;
  /** Where the pointer is, in epochs and values; null when it leaves. */
  readonly onPoint: (point: { readonly x: number; readonly y: number } | null) => void;
  readonly onChange: (change: Change) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly children: ComponentChildren;
}

/**
 * Two canvases, one over the other: what seldom changes, however many runs are compared, is not drawn again for each epoch.
 * What follows the pointer is neither, and redraws nothing.
 */
export function Plot({
  frame,
  description,
  hoveredEpoch,
  onPoint,
  onChange,
  onKeyDown,
  children,
}: PlotProps) {
  const [element, size] = useSize<HTMLDivElement>();
  const back = useRef<HTMLCanvasElement>(null);
  const front = useRef<HTMLCanvasElement>(null);
  const { compared, x, y, axisTitle, theme } = frame;
  const scales = useMemo(() => size && scalesOf(frame, size), [size, frame]);
  const axes = [x.min, x.max, x.isLog, y.min, y.max, y.isLog, axisTitle, theme];
  useChart(back, size, () => chartConfig(frame, scales!, 'back'), [compared, ...axes]);
  useChart(front, size, () => chartConfig(frame, scales!, 'front'), [frame]);

  const { handlers, rectangle } = usePlotGestures(frame, scales, onPoint, onChange);
  const isSeen = hoveredEpoch !== null && scales && hoveredEpoch >= x.min && hoveredEpoch <= x.max;
  return (
    <div ref={element} class="plot">
      <canvas ref={back} />
      {isSeen && (
        <div
          class="hover-line"
          style={{
            left: `${toPixel(scales.x)(hoveredEpoch)}px`,
            top: `${scales.plot.top}px`,
            height: `${scales.plot.height}px`,
          }}
        />
      )}
      {rectangle && <div class="zoom-rectangle" style={rectangle} />}
      <canvas
        ref={front}
        class="front"
        role="img"
        tabIndex={0}
        aria-label={description}
        onBlur={() => onPoint(null)}
        onKeyDown={onKeyDown}
        {...handlers}
      />
      {children}
    </div>
  );
}
