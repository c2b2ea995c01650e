import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { type Size, useSize } from '../hooks';
import type { ChartFrame } from './frame';
import { type Change, usePlotGestures } from './gestures';
import { paint } from './paint';
import { toPixel } from './scale';
import { backScene, frontScene, scalesOf } from './scene';
import type { Group } from './shapes';

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
  const { fontFamily } = theme;
  useLayoutEffect(() => {
    if (size) draw(back, size, backScene(frame, { left: 0, top: 0, ...size }), fontFamily);
  }, [size, compared, x.min, x.max, x.isLog, y.min, y.max, y.isLog, axisTitle, theme]);
  useLayoutEffect(() => {
    if (size) draw(front, size, frontScene(frame, { left: 0, top: 0, ...size }), fontFamily);
  }, [size, frame]);

  const scales = useMemo(() => size && scalesOf(frame, { left: 0, top: 0, ...size }), [size, frame]);
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

function draw(
  canvas: RefObject<HTMLCanvasElement | null>,
  { width, height }: Size,
  groups: readonly Group[],
  fontFamily: string,
) {
  const element = canvas.current;
  const context = element?.getContext('2d');
  if (!element || !context) return;
  const ratio = devicePixelRatio;
  const [columns, rows] = [Math.round(width * ratio), Math.round(height * ratio)];
  // Setting the size, even to what it is, takes new memory.
  if (element.width !== columns) element.width = columns;
  if (element.height !== rows) element.height = rows;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  paint(context, groups, fontFamily);
}
