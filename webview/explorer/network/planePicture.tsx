import type { ComponentChildren } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import type { Boundary, PlanePoints } from '../../../src/protocol';
import { t } from '../../l10n';
import type { Theme } from '../../theme';
import { useExplorer } from '../context';
import { px } from '../grid';
import { Canvas } from './canvas';
import { drawPlane, type PlanePixels } from './drawPlane';
import {
  countWrong,
  fromPixels,
  type PlaneFrame,
  type PointOf,
  type Position,
  pointAt,
  positionForKey,
  positionOf,
  toPixels,
} from './plane';
import type { PlaneColours } from './planeColours';
import { placeInPlaneText, pointText } from './planeText';
import { SelectedPoint } from './selectedPoint';

/** Room for the numbers and names of the axes. */
export const margins = { left: 44, top: 4, right: 8, bottom: 34 };
export const marginsAcross = margins.left + margins.right;
/** From the pointer, and from the keyboard's cross, to the point that is meant. */
const reach = 8;
const keyReach = 40;

interface PlanePictureProps {
  readonly boundary: Boundary;
  readonly points: PlanePoints | null;
  readonly pixels: PlanePixels;
  readonly colours: PlaneColours;
  readonly theme: Theme;
  /** Width and height, without the axes. */
  readonly side: number;
  readonly selected: PointOf | null;
  readonly onSelect: (point: PointOf) => void;
  /** What belongs to the picture, beside or below it. */
  readonly children: ComponentChildren;
  readonly isBeside: boolean;
}

/** The plane with its points; a pointer or the arrow keys read it, a click or Enter chooses a sample. */
export function PlanePicture(props: PlanePictureProps) {
  const { boundary, points, pixels, colours, theme, side, selected, onSelect } = props;
  const { run } = useExplorer();
  const [at, setAt] = useState<Position | null>(null);
  const { axes } = boundary;
  const frame: PlaneFrame = { left: margins.left, top: margins.top, width: side, height: side };
  const isClass = run.task === 'classification';
  const axesKey = JSON.stringify(axes);
  const draw = useCallback(
    (context: CanvasRenderingContext2D) =>
      drawPlane(context, { pixels, axes, points, isClass, colours, theme, frame }),
    [pixels, axesKey, points, isClass, colours, theme, side],
  );
  const nearest = (position: Position, distance: number) =>
    points && pointAt(points, toPixels(position, axes, frame), axes, frame, distance);
  const pointed = at && nearest(at, reach);
  const read = ({ offsetX: x, offsetY: y }: MouseEvent) => fromPixels({ x, y }, axes, frame);
  const choose = (position: Position | null, distance: number) => {
    const point = position && nearest(position, distance);
    if (point) onSelect(point);
  };
  return (
    <>
      <div class={props.isBeside ? 'plane-and-side' : 'plane-above-side'}>
        <div class="plane-picture">
          <Canvas
            width={side + marginsAcross}
            height={side + margins.top + margins.bottom}
            draw={draw}
            role="img"
            tabIndex={0}
            aria-label={description(props)}
            onPointerMove={event => setAt(read(event))}
            onPointerLeave={() => setAt(null)}
            onBlur={() => setAt(null)}
            onClick={event => choose(read(event), reach)}
            onKeyDown={event => {
              if (event.key === 'Enter') return choose(at, keyReach);
              const next = positionForKey(event.key, at, axes);
              if (!next) return;
              event.preventDefault();
              setAt(next);
            }}
          />
          {selected && <Mark at={toPixels(positionOf(selected), axes, frame)} name="selected-point" />}
          {at && <Mark at={toPixels(at, axes, frame)} name="cross" />}
        </div>
        {props.children}
      </div>
      <div class="plane-readout">
        {at ? (
          <output>
            {placeInPlaneText(at, boundary, run)}
            {pointed && <br />}
            {pointed && pointText(pointed, run)}
          </output>
        ) : (
          <SelectedPoint point={selected} />
        )}
      </div>
    </>
  );
}

const Mark = ({ at, name }: { readonly at: Position; readonly name: string }) => (
  <span class={name} style={{ left: px(at.x), top: px(at.y) }} />
);

function description({ boundary: { axes, outputs }, points }: PlanePictureProps): string {
  const names = axes.map(({ name }) => name).join(t(' and '));
  if (outputs.kind === 'value') return t('Predicted {0} over {1}', outputs.name, names);
  const wrong = (points?.parts ?? []).reduce((sum, part) => sum + countWrong(part), 0);
  const n = (points?.parts ?? []).reduce((sum, { indices }) => sum + indices.length, 0);
  return t('Predicted class over {0}; {1} of {2} points are predicted wrongly', names, wrong, n);
}
