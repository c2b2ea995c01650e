import './scatter.css';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useWidth } from '../hooks';
import { useTheme } from '../theme';
import { Axes, type Axis, margins, plotOf } from './axes';
import { type Rectangle, rectangleForKey } from './brush';
import { px } from './grid';
import { type Looks, nearest, paint, placesOf, shareOf, type Values } from './points';

interface ScatterProps extends Omit<Looks, 'colours'> {
  readonly x: Axis & Values;
  readonly y: Axis & Values;
  readonly maxWidth: number;
  readonly heightOf: (width: number) => number;
  /** What is brushed; null where nothing is, or something else is chosen. */
  readonly brushed: Rectangle | null;
  readonly description: string;
  readonly title?: string;
  readonly onPoint?: (i: number | null) => void;
  readonly onBrush: (rectangle: Rectangle | null) => void;
  readonly onChoose: (i: number) => void;
  /** Lines and words behind the points. */
  readonly children: (plot: ReturnType<typeof plotOf>) => ComponentChildren;
}

const minWidth = 200;
/** A drag that is shorter is a click. */
const minDrag = 4;

/** A point a sample; dragging brushes a rectangle, and so do the arrow keys. */
export function Scatter(props: ScatterProps) {
  const { x, y, isWrong, isChosen, ringed, brushed, onPoint = () => {}, onBrush, onChoose } = props;
  const [frame, frameWidth] = useWidth<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const colours = useTheme();
  const start = useRef<readonly [number, number] | null>(null);
  const [drag, setDrag] = useState<Rectangle | null>(null);
  const width = Math.min(props.maxWidth, Math.max(minWidth, frameWidth));
  const height = props.heightOf(width);
  const plot = plotOf(width, height);
  const places = useMemo(() => placesOf(x, y, plot.width, plot.height), [x, y, width]);

  useLayoutEffect(() => {
    if (frameWidth > 0) paint(canvas.current!, places, { isWrong, isChosen, ringed, colours });
  }, [places, isWrong, isChosen, ringed, colours, frameWidth]);

  const rectangleTo = (event: PointerEvent): Rectangle => {
    const [fromX, fromY] = start.current!;
    const range = (shares: readonly number[], { min, max }: Axis): [number, number] => {
      const ends = shares.map(share => min + Math.min(1, Math.max(0, share)) * (max - min));
      return [Math.min(...ends), Math.max(...ends)];
    };
    return {
      x: range([fromX / plot.width, event.offsetX / plot.width], x),
      y: range([1 - fromY / plot.height, 1 - event.offsetY / plot.height], y),
    };
  };
  const isDrag = ({ offsetX, offsetY }: PointerEvent) =>
    start.current !== null && Math.hypot(offsetX - start.current[0], offsetY - start.current[1]) >= minDrag;
  const end = () => {
    start.current = null;
    setDrag(null);
  };
  const shown = drag ?? brushed;
  return (
    <div class="scatter" ref={frame}>
      <Axes {...{ width, height, x, y }}>{props.children(plot)}</Axes>
      <canvas
        ref={canvas}
        role="img"
        tabIndex={0}
        aria-label={props.description}
        title={props.title}
        style={{
          ...{ left: px(margins.left), top: px(margins.top) },
          ...{ width: px(plot.width), height: px(plot.height) },
        }}
        onPointerDown={event => {
          event.currentTarget.setPointerCapture(event.pointerId);
          start.current = [event.offsetX, event.offsetY];
        }}
        onPointerMove={event => {
          onPoint(nearest(places, event.offsetX, event.offsetY));
          if (isDrag(event)) setDrag(rectangleTo(event));
        }}
        onPointerUp={event => {
          const point = nearest(places, event.offsetX, event.offsetY);
          if (isDrag(event)) onBrush(rectangleTo(event));
          else if (point === null) onBrush(null);
          else onChoose(point);
          end();
        }}
        onPointerCancel={end}
        onPointerLeave={() => onPoint(null)}
        onKeyDown={event => {
          const next = rectangleForKey(event.key, event.shiftKey, brushed, x, y);
          if (!next && event.key !== 'Escape') return;
          event.preventDefault();
          onBrush(next);
        }}
      />
      {shown && (
        <span
          class="brush"
          style={{
            left: px(margins.left + shareOf(shown.x[0], x) * plot.width),
            top: px(margins.top + (1 - shareOf(shown.y[1], y)) * plot.height),
            width: px((shareOf(shown.x[1], x) - shareOf(shown.x[0], x)) * plot.width),
            height: px((shareOf(shown.y[1], y) - shareOf(shown.y[0], y)) * plot.height),
          }}
        />
      )}
    </div>
  );
}
