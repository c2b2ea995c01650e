/** What pointer, wheel and keys mean to a chart: where it is pointed at, and which part of it is to be seen. */
import type { TargetedMouseEvent, TargetedPointerEvent, TargetedWheelEvent } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { ChartFrame } from './frame';
import type { Scales } from './layout';
import { toValue } from './scale';
import { type Part, panned, within, zoomed } from './zoom';

/** Parts of the axes that are to be seen from now on; what is not named stays as it is. */
export interface Change {
  readonly part?: Part;
  readonly valuePart?: Part;
}

/** A drag shorter than this is a click that trembled. */
const minDrag = 5;
/** A rectangle lower than this was meant to be a part of the epochs. */
const minHeight = 16;
const keyFactor = 1.5;
const keyShare = 0.15;

interface Drag {
  readonly x: number;
  readonly y: number;
  readonly isPan: boolean;
  /** The axes as they were where the drag began. */
  readonly frame: ChartFrame;
}

export function usePlotGestures(
  frame: ChartFrame,
  scales: Scales | null,
  onPoint: (point: { x: number; y: number } | null) => void,
  onChange: (change: Change) => void,
) {
  const drag = useRef<Drag | null>(null);
  const [rectangle, setRectangle] = useState<Record<'left' | 'top' | 'width' | 'height', string> | null>(
    null,
  );
  const end = () => {
    drag.current = null;
    setRectangle(null);
  };

  const onPointerDown = (event: TargetedPointerEvent<HTMLCanvasElement>) => {
    if (event.button > 1 || !scales) return;
    const isPan = event.button === 1 || event.shiftKey || event.altKey;
    drag.current = { x: event.offsetX, y: event.offsetY, isPan, frame };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: TargetedPointerEvent<HTMLCanvasElement>) => {
    if (!scales) return;
    const from = drag.current;
    const [x, y] = [event.offsetX, event.offsetY];
    if (!from) return onPoint({ x: toValue(scales.x, x), y: toValue(scales.y, y) });
    onPoint(null);
    const { plot } = scales;
    if (from.isPan) {
      const part = panned(from.frame.x, from.frame.wholeX, (from.x - x) / plot.width);
      const valuePart = panned(from.frame.y, from.frame.wholeY, (y - from.y) / plot.height);
      return onChange(partsOf(from.frame, part, valuePart));
    }
    setRectangle(
      isFlat(from.y, y) ? boxOf(from.x, plot.top, x, plot.top + plot.height) : boxOf(from.x, from.y, x, y),
    );
  };
  const onPointerUp = (event: TargetedPointerEvent<HTMLCanvasElement>) => {
    const from = drag.current;
    end();
    if (!from || from.isPan || !scales || Math.abs(event.offsetX - from.x) < minDrag) return;
    const { plot } = scales;
    const share = (x: number) => (x - plot.left) / plot.width;
    const part = within(frame.x, frame.wholeX, share(from.x), share(event.offsetX));
    if (isFlat(from.y, event.offsetY)) return onChange({ part, valuePart: null });
    const height = (y: number) => 1 - (y - plot.top) / plot.height;
    const valuePart = within(frame.y, frame.wholeY, height(from.y), height(event.offsetY));
    onChange({ part, valuePart });
  };
  // Without a modifier the wheel scrolls the page, as everywhere.
  const onWheel = (event: TargetedWheelEvent<HTMLCanvasElement>) => {
    if (!(event.ctrlKey || event.metaKey) || !scales) return;
    event.preventDefault();
    const { plot } = scales;
    const at = Math.max(0, Math.min(1, (event.offsetX - plot.left) / plot.width));
    onChange({ part: zoomed(frame.x, frame.wholeX, Math.exp(-event.deltaY / 300), at), valuePart: null });
  };
  const onDblClick = (_event: TargetedMouseEvent<HTMLCanvasElement>) =>
    onChange({ part: null, valuePart: null });
  const onPointerLeave = () => {
    if (!drag.current) onPoint(null);
  };
  return {
    rectangle,
    handlers: {
      onPointerDown,
      onPointerMove,
      onPointerUp,
      onPointerLeave,
      onPointerCancel: end,
      onWheel,
      onDblClick,
    },
  };
}

/** An axis that is seen as a whole cannot be moved, and stays one that fits itself to the curves. */
const partsOf = ({ x, wholeX, y, wholeY }: ChartFrame, part: Part, valuePart: Part): Change => ({
  ...((x.min !== wholeX.min || x.max !== wholeX.max) && { part }),
  ...((y.min !== wholeY.min || y.max !== wholeY.max) && { valuePart }),
});

/** @returns undefined for a key that means nothing here */
export function changeForKey(
  { key, shiftKey }: KeyboardEvent,
  { x, wholeX, y, wholeY }: ChartFrame,
): Change | undefined {
  const sideways = (share: number) => ({ part: panned(x, wholeX, share) });
  const upwards = (share: number) => ({ valuePart: panned(y, wholeY, share) });
  if (key === '+' || key === '=') return { part: zoomed(x, wholeX, keyFactor), valuePart: null };
  if (key === '-' || key === '−') return { part: zoomed(x, wholeX, 1 / keyFactor), valuePart: null };
  if (key === '0') return { part: null, valuePart: null };
  if (!shiftKey) return undefined;
  if (key === 'ArrowLeft') return sideways(-keyShare);
  if (key === 'ArrowRight') return sideways(keyShare);
  if (key === 'ArrowUp') return upwards(keyShare);
  return key === 'ArrowDown' ? upwards(-keyShare) : undefined;
}

const isFlat = (a: number, b: number) => Math.abs(a - b) < minHeight;

const boxOf = (x1: number, y1: number, x2: number, y2: number) => ({
  left: `${Math.min(x1, x2)}px`,
  top: `${Math.min(y1, y2)}px`,
  width: `${Math.abs(x2 - x1)}px`,
  height: `${Math.abs(y2 - y1)}px`,
});
