import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Neighbours, Projection } from '../../../src/protocol';
import { withAlpha } from '../../colour';
import { formatSigned } from '../../format';
import { useWidth } from '../../hooks';
import { t } from '../../l10n';
import { type Theme, useTheme } from '../../theme';
import { px } from '../grid';
import { labelled, nearestPlace, type Place, placeForKey, places } from './mapLayout';
import { fontOf } from './matrixCanvas';

const maxWidth = 560;
const margin = 28;
const maxLabels = 200;
/** A pointer this near means the point. */
const reach = 14;

interface MapCanvasProps {
  readonly map: Projection;
  readonly name: string;
  /** Indices of the points that were searched for. */
  readonly found: readonly number[];
  readonly neighbours: Neighbours | null;
  /** The chosen row of the table. */
  readonly row: number | null;
  readonly onChoose: (row: number | null) => void;
}

/** A point a row, with labels where there is room. */
export function MapCanvas({ map, name, found, neighbours, row, onChoose }: MapCanvasProps) {
  const theme = useTheme();
  const [frame, fullWidth] = useWidth<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const width = Math.max(1, Math.min(maxWidth, fullWidth));
  const height = Math.round(width * 0.8);
  const all = useMemo(() => places(map.points, { width, height, margin }), [map, width, height]);
  const index = row === null ? -1 : map.rows.indexOf(row);
  const chosen = index < 0 ? null : index;
  const meant = useMemo(() => {
    const near = neighbours?.neighbours.map(({ row }) => map.rows.indexOf(row)) ?? [];
    return [...found, ...near.filter(i => i >= 0)];
  }, [map, found.join(), neighbours]);

  useLayoutEffect(() => {
    if (fullWidth > 0) paintMap(canvas.current!, { map, all, theme, width, height, meant, pointed, chosen });
  });
  const choose = (i: number | null) => onChoose(i === null ? null : map.rows[i]!);
  const walk = (event: KeyboardEvent) => {
    const next = event.key === 'Escape' ? null : placeForKey(event.key, chosen, all);
    if (next === null && event.key !== 'Escape') return;
    event.preventDefault();
    choose(next);
  };
  const shown = pointed ?? chosen;
  return (
    <div ref={frame}>
      <output class="readout">{shown !== null && pointText(map, shown)}</output>
      <canvas
        ref={canvas}
        role="img"
        tabIndex={0}
        aria-label={t('Map of {0}: {1} labelled points; arrow keys choose one', name, map.names.length)}
        style={{ width: px(width), height: px(height) }}
        onPointerMove={({ offsetX: x, offsetY: y }) => setPointed(nearestPlace(all, { x, y }, reach))}
        onPointerLeave={() => setPointed(null)}
        onClick={({ offsetX: x, offsetY: y }) => choose(nearestPlace(all, { x, y }, reach))}
        onKeyDown={walk}
      />
    </div>
  );
}

/** 'Aachen at 0.412, −1.20'; empty where an answer has fewer rows than the one before. */
function pointText({ names, points }: Projection, i: number): string {
  return i < names.length
    ? t('{0} at {1}, {2}', names[i]!, formatSigned(points[2 * i]), formatSigned(points[2 * i + 1]))
    : '';
}

interface Scene extends Pick<MapCanvasProps, 'map'> {
  /** Points that stand out: found, or like the chosen one. */
  readonly meant: readonly number[];
  readonly all: readonly Place[];
  readonly theme: Theme;
  readonly width: number;
  readonly height: number;
  readonly pointed: number | null;
  readonly chosen: number | null;
}

function paintMap(canvas: HTMLCanvasElement, scene: Scene) {
  const { map, all, theme, width, height, meant, pointed, chosen } = scene;
  canvas.width = Math.round(width * devicePixelRatio);
  canvas.height = Math.round(height * devicePixelRatio);
  const context = canvas.getContext('2d')!;
  context.scale(devicePixelRatio, devicePixelRatio);
  context.strokeStyle = theme.grid;
  context.strokeRect(0.5, 0.5, width - 1, height - 1);
  context.font = fontOf(theme);
  context.textBaseline = 'middle';
  const stands = new Set([chosen, pointed, ...meant].filter(i => i !== null));
  const order = [...new Set([...stands, ...all.keys()])];
  for (const i of order.toReversed()) {
    const { x, y } = all[i]!;
    context.beginPath();
    context.arc(x, y, stands.has(i) ? 4.5 : all.length > 300 ? 2 : 3, 0, 2 * Math.PI);
    context.fillStyle = stands.has(i) || stands.size === 0 ? theme.train : withAlpha(theme.train, 0.5);
    context.fill();
    if (i === chosen) ring(context, theme);
  }
  context.lineWidth = 3;
  context.strokeStyle = theme.background;
  const widthOf = (i: number) => context.measureText(map.names[i]!).width;
  for (const { i, side } of labelled(all, order, { widthOf, width, maxLabels, nMeant: stands.size })) {
    const { x, y } = all[i]!;
    context.fillStyle = stands.has(i) || stands.size === 0 ? theme.text : theme.muted;
    context.textAlign = side === 'right' ? 'left' : 'right';
    const at = side === 'right' ? x + 7 : x - 7;
    // Over the points of others it must be read as well.
    if (stands.has(i)) context.strokeText(map.names[i]!, at, y);
    context.fillText(map.names[i]!, at, y);
  }
}

function ring(context: CanvasRenderingContext2D, { text }: Theme) {
  context.strokeStyle = text;
  context.lineWidth = 2;
  context.stroke();
}
