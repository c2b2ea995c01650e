import { useMemo } from 'preact/hooks';
import type { Boundary, LayerWeights, PlanePoints } from '../../../src/protocol';
import { formatCount } from '../../format';
import { useChoice } from '../../hooks';
import { t } from '../../l10n';
import type { Theme } from '../../theme';
import { useExplorer } from '../context';
import { ScaleBar } from '../scaleBar';
import { splitText } from '../splitText';
import type { Unit } from './layout';
import { PlaneLegend } from './legend';
import type { PointOf } from './plane';
import {
  outputColour,
  type PlaneColours,
  painter,
  paler,
  type UnitPicture,
  unitColour,
} from './planeColours';
import { marginsAcross, PlanePicture } from './planePicture';
import { PlaneTable } from './planeTable';
import { unitName } from './weightWords';

interface PlaneViewProps {
  readonly boundary: Boundary;
  readonly points: PlanePoints | null;
  readonly colours: PlaneColours;
  readonly theme: Theme;
  readonly room: number;
  /** Else what belongs to the picture stands beside it, where there is room. */
  readonly isWide: boolean;
  readonly layers: readonly LayerWeights[];
  /** A unit whose picture takes the place of the outputs. */
  readonly looked: { readonly unit: Unit; readonly picture: UnitPicture } | null;
}

/** Of the picture, without its axes. */
const maxSide = 460;
const maxSideInColumn = 260;
const minSide = 200;
/** Of what belongs to it. */
const sideWidth = 140;

/** What the model says of every place in the plane of its inputs, and the samples there. */
export function PlaneView({
  boundary,
  points,
  colours,
  theme,
  room,
  isWide,
  layers,
  looked,
}: PlaneViewProps) {
  const { run, focus, dispatch } = useExplorer();
  const [isDiscrete, setDiscrete] = useChoice('discretise', false);
  const { columns, rows, unitSize, outputs } = boundary;
  const isClass = outputs.kind === 'class';
  const beside = room - marginsAcross - sideWidth;
  const hasSide = !isWide && beside >= minSide;
  const side = hasSide ? Math.min(maxSideInColumn, beside) : Math.min(maxSide, room - marginsAcross);
  const shown = useMemo(() => ({ ...colours, isDiscrete }), [colours, isDiscrete]);
  const pixels = useMemo(
    () =>
      looked
        ? { columns: unitSize, rows: unitSize, paint: painter(unitColour(paler(looked.picture))) }
        : { columns, rows, paint: painter(outputColour(outputs, shown)) },
    [boundary, shown, looked?.picture],
  );
  const selected = useMemo(() => pointOfSample(points, focus.split, focus.sample), [points, focus]);
  const choose = ({ part, i }: PointOf) => {
    if (part.split !== focus.split) dispatch({ type: 'split', split: part.split });
    dispatch({ type: 'sample', sample: part.indices[i]! });
  };
  return (
    <figure class="plane" data-testid="plane">
      <figcaption class="strong">{title(layers, boundary, looked?.unit)}</figcaption>
      <PlanePicture
        {...{ boundary, points, pixels, theme, side, selected }}
        colours={shown}
        onSelect={choose}
        isBeside={hasSide}
      >
        <div class="plane-side">
          <label>
            <input
              type="checkbox"
              checked={isDiscrete}
              onChange={event => setDiscrete(event.currentTarget.checked)}
            />
            {isClass ? t('only the likeliest class') : t('in steps')}
          </label>
          <PlaneLegend run={run} colours={colours} hasValidation={run.nValidation > 0} />
          <UnitScale looked={looked} isOutput={looked?.unit.column === layers.length} />
        </div>
      </PlanePicture>
      <PlaneTable boundary={boundary} points={points} />
      {points?.parts
        .filter(({ nSamples, indices }) => indices.length < nSamples)
        .map(({ split, nSamples, indices }) => (
          <p key={split} class="muted">
            {t(
              '{0} of {1} {2} points are shown.',
              formatCount(indices.length),
              formatCount(nSamples),
              splitText(split),
            )}
          </p>
        ))}
    </figure>
  );
}

function title(layers: readonly LayerWeights[], { outputs }: Boundary, unit: Unit | undefined): string {
  if (unit) return t('What {0} gives', unitName(layers, unit));
  return outputs.kind === 'class' ? t('Decision boundary') : t('Predicted {0}', outputs.name);
}

/** The sample that is looked at closer, if it is among the points. */
function pointOfSample(points: PlanePoints | null, split: string, sample: number | null): PointOf | null {
  const part = points?.parts.find(other => other.split === split);
  const i = part && sample !== null ? part.indices.indexOf(sample) : -1;
  return part && i >= 0 ? { part, i } : null;
}

interface UnitScaleProps {
  readonly looked: PlaneViewProps['looked'];
  readonly isOutput: boolean;
}

/** What the colours of a unit's picture mean; there is always room for it. */
function UnitScale({ looked, isOutput }: UnitScaleProps) {
  return (
    <div class="unit-scale">
      {looked && !isOutput && <ScaleBar limit={looked.picture.limit} colours={paler(looked.picture).scale} />}
      {!looked && <span class="muted">{t('Point at a unit to see its picture here.')}</span>}
    </div>
  );
}
