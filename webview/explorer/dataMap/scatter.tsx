import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DataMap } from '../../../src/protocol';
import { useWidth } from '../../hooks';
import { t } from '../../l10n';
import { useTheme } from '../../theme';
import { Axes, margins, plotOf, unitTicks } from '../axes';
import { px } from '../grid';
import { nearest, paint, placesOf } from './paint';
import {
  ambiguousFrom,
  easyFrom,
  maxVariability,
  type Rectangle,
  rectangleForKey,
  regionNames,
} from './regions';

interface ScatterProps {
  readonly map: DataMap;
  /** Of a sample, by its place in the map. */
  readonly isWrong: (i: number) => boolean;
  readonly isChosen: (i: number) => boolean;
  /** What is brushed; null where nothing is, or something else is chosen. */
  readonly brushed: Rectangle | null;
  readonly description: string;
  readonly onPoint: (i: number | null) => void;
  readonly onBrush: (rectangle: Rectangle | null) => void;
  readonly onChoose: (i: number) => void;
}

const ticks = [0, 0.1, 0.2, 0.3, 0.4, 0.5];
/** A drag that is shorter is a click. */
const minDrag = 4;

/** A point a sample; dragging brushes a rectangle, and so do the arrow keys. */
export function Scatter(props: ScatterProps) {
  const { map, isWrong, isChosen, brushed, onPoint, onBrush, onChoose } = props;
  const [frame, frameWidth] = useWidth<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const colours = useTheme();
  const start = useRef<readonly [number, number] | null>(null);
  const [drag, setDrag] = useState<Rectangle | null>(null);
  const width = Math.min(720, Math.max(200, frameWidth));
  const height = Math.min(420, Math.round(0.66 * width) + 40);
  const plot = plotOf(width, height);
  const places = useMemo(() => placesOf(map, plot.width, plot.height), [map, width]);

  useLayoutEffect(() => {
    if (frameWidth > 0) paint(canvas.current!, places, { isWrong, isChosen, colours });
  }, [places, isWrong, isChosen, colours, frameWidth]);

  const rectangleTo = (event: PointerEvent): Rectangle => {
    const [x, y] = start.current!;
    const range = (a: number, b: number, max: number): [number, number] => {
      const ends = [a, b].map(end => Math.min(max, Math.max(0, end)));
      return [Math.min(...ends), Math.max(...ends)];
    };
    const toX = (pixel: number) => (pixel / plot.width) * maxVariability;
    const toY = (pixel: number) => 1 - pixel / plot.height;
    return {
      x: range(toX(x), toX(event.offsetX), maxVariability),
      y: range(toY(y), toY(event.offsetY), 1),
    };
  };
  const isDrag = ({ offsetX, offsetY }: PointerEvent) =>
    start.current !== null && Math.hypot(offsetX - start.current[0], offsetY - start.current[1]) >= minDrag;
  const shown = drag ?? brushed;
  return (
    <div class="scatter" ref={frame}>
      <Axes
        {...{ width, height }}
        x={{ title: t('variability'), max: maxVariability, ticks }}
        y={{ title: t('confidence'), max: 1, ticks: unitTicks }}
      >
        <Regions {...plot} />
      </Axes>
      <canvas
        ref={canvas}
        role="img"
        tabIndex={0}
        aria-label={props.description}
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
          start.current = null;
          setDrag(null);
        }}
        onPointerCancel={() => {
          start.current = null;
          setDrag(null);
        }}
        onPointerLeave={() => onPoint(null)}
        onKeyDown={event => {
          const next = rectangleForKey(event.key, event.shiftKey, brushed);
          if (!next && event.key !== 'Escape') return;
          event.preventDefault();
          onBrush(next);
        }}
      />
      {shown && <span class="brush" style={brushStyle(shown, plot)} />}
    </div>
  );
}

function Regions({ width, height }: { readonly width: number; readonly height: number }) {
  const x = (ambiguousFrom / maxVariability) * width;
  const y = (1 - easyFrom) * height;
  return (
    <>
      <path class="ideal" d={`M${x} 0V${height}M0 ${y}H${x}`} />
      <text x={6} y={y - 6}>
        {regionNames.easy()}
      </text>
      <text x={6} y={y + 14}>
        {regionNames.hard()}
      </text>
      <text x={width - 6} y={14} text-anchor="end">
        {regionNames.ambiguous()}
      </text>
    </>
  );
}

const brushStyle = ({ x, y }: Rectangle, { width, height }: ReturnType<typeof plotOf>) => ({
  left: px(margins.left + (x[0] / maxVariability) * width),
  top: px(margins.top + (1 - y[1]) * height),
  width: px(((x[1] - x[0]) / maxVariability) * width),
  height: px((y[1] - y[0]) * height),
});
