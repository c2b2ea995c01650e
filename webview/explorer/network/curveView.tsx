import { useCallback, useMemo, useState } from 'preact/hooks';
import type { Boundary, PlanePoints } from '../../../src/protocol';
import { css } from '../../colour';
import { t } from '../../l10n';
import type { Theme } from '../../theme';
import { useExplorer } from '../context';
import { Canvas } from './canvas';
import { predictionCurves } from './curve';
import { drawAxes, drawPoints } from './drawPlane';
import { PlaneLegend } from './legend';
import { fromPixels, type PlaneFrame, type Position, positionForKey, toPixels } from './plane';
import type { PlaneColours } from './planeColours';
import { margins, marginsAcross } from './planePicture';
import { placeInPlaneText } from './planeText';

interface CurveViewProps {
  readonly boundary: Boundary;
  readonly points: PlanePoints | null;
  readonly colours: PlaneColours;
  readonly theme: Theme;
  readonly room: number;
}

const maxWidth = 520;
const height = 240;

/** What the model predicts over its one feature, with the samples. */
export function CurveView({ boundary, points, colours, theme, room }: CurveViewProps) {
  const { run } = useExplorer();
  const [at, setAt] = useState<Position | null>(null);
  const isClass = run.task === 'classification';
  const drawn = useMemo(
    () => predictionCurves(boundary, points, run.classNames),
    [boundary, points, run.classNames],
  );
  const width = Math.min(maxWidth, room - marginsAcross);
  const frame: PlaneFrame = { left: margins.left, top: margins.top, width, height };
  const draw = useCallback(
    (context: CanvasRenderingContext2D) => {
      const { axes, curves } = drawn;
      drawAxes(context, { axes, theme, frame });
      for (const [i, { label, values }] of curves.entries()) {
        context.strokeStyle = label === null ? theme.text : css(colours.classes[label]!);
        context.lineWidth = 2;
        context.setLineDash(i === 0 ? [] : [4 * i, 3]);
        context.beginPath();
        for (const [column, y] of values.entries()) {
          const x = axes[0].min + ((axes[0].max - axes[0].min) * (column + 0.5)) / values.length;
          const place = toPixels({ x, y }, axes, frame);
          context.lineTo(place.x, place.y);
        }
        context.stroke();
      }
      context.setLineDash([]);
      drawPoints(context, { axes, points: drawn.points, isClass, colours, theme, frame });
    },
    [drawn, colours, theme, width, isClass],
  );
  const { axes } = drawn;
  return (
    <figure class="plane" data-testid="plane">
      <figcaption class="strong">{t('Prediction over {0}', axes[0].name)}</figcaption>
      <Canvas
        width={width + marginsAcross}
        height={height + margins.top + margins.bottom}
        draw={draw}
        role="img"
        tabIndex={0}
        aria-label={t('{0} over {1}; arrow keys read it', axes[1].name, axes[0].name)}
        onPointerMove={({ offsetX: x, offsetY: y }) => setAt(fromPixels({ x, y }, axes, frame))}
        onPointerLeave={() => setAt(null)}
        onBlur={() => setAt(null)}
        onKeyDown={event => {
          const next = positionForKey(event.key, at, axes);
          if (!next) return;
          event.preventDefault();
          setAt(next);
        }}
      />
      <output class="plane-readout">{at && placeInPlaneText(at, boundary, run)}</output>
      <PlaneLegend run={run} colours={colours} hasValidation={run.nValidation > 0} />
    </figure>
  );
}
