import './network.css';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { Boundary, LayerWeights, PlanePoints, Weights } from '../../../src/protocol';
import { useAnswer } from '../../answers';
import { formatCount } from '../../format';
import { useWidth } from '../../hooks';
import { t } from '../../l10n';
import { useTheme } from '../../theme';
import { useExplorer } from '../context';
import { Waiting } from '../waiting';
import { CurveView } from './curveView';
import { NetworkDiagram } from './diagram';
import type { Unit } from './layout';
import { rangeOfPoints } from './plane';
import {
  classColours,
  outputPictures,
  type PlaneColours,
  type UnitPicture,
  unitPictures,
} from './planeColours';
import { PlaneView } from './planeView';
import { Scores } from './scores';
import { isUndo } from './useEdit';
import { WeightTable } from './weightTable';

/** Points along each side of the plane, and of a unit's picture. */
const planeSize = 100;
const unitSize = 30;

/** From this width on, diagram and plane stand beside each other. */
const sideBySideWidth = 720;
const gap = 24;

/** A small network, unit by unit, and what it makes of the plane of its inputs where there are two of them. */
export function NetworkView() {
  const { value: weights, failure } = useAnswer('weights', null);
  if (!weights) return <Waiting failure={failure} />;
  return <ShownNetwork weights={weights} />;
}

function ShownNetwork({ weights: { layers, tooWide } }: { readonly weights: Weights }) {
  const { focus, dispatch } = useExplorer();
  // Inputs that are no plane have no boundary, which is soon answered.
  const shape = { columns: planeSize, rows: planeSize, unitSize: tooWide ? 0 : unitSize };
  const boundary = useAnswer('boundary', shape);
  const points = useAnswer('points', null);
  const hasPlane = boundary.value !== null && boundary.value.axes.length > 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Z is meant wherever the focus is in the view
    <div
      class="network"
      onKeyDown={event => {
        if (!isUndo(event) || focus.edits.length === 0) return;
        event.preventDefault();
        // VS Code would undo in the field that has the focus as well.
        event.stopPropagation();
        dispatch({ type: 'undoEdit' });
      }}
    >
      <Scores />
      {tooWide && <TooWide {...tooWide} />}
      <Pictures
        layers={layers}
        isDrawn={!tooWide}
        boundary={hasPlane ? boundary.value : null}
        points={points.value}
      />
      {boundary.failure !== null && <Waiting failure={boundary.failure} />}
    </div>
  );
}

function TooWide({ name, n }: { readonly name: string; readonly n: number }) {
  const { show } = useExplorer();
  return (
    <p>
      {t(
        'The units are not drawn: {0} has {1}, and up to 16 a layer can be told apart.',
        name,
        formatCount(n),
      )}{' '}
      <button type="button" class="link" onClick={() => show('weights')}>
        {t('See Weights')}
      </button>
    </p>
  );
}

interface PicturesProps {
  readonly layers: readonly LayerWeights[];
  readonly isDrawn: boolean;
  readonly boundary: Boundary | null;
  readonly points: PlanePoints | null;
}

/** Diagram and plane, beside each other where there is room. */
function Pictures({ layers, isDrawn, boundary, points }: PicturesProps) {
  const { run } = useExplorer();
  const theme = useTheme();
  const [frame, width] = useWidth<HTMLDivElement>();
  const isWide = boundary !== null && isDrawn && width >= sideBySideWidth;
  const room = isWide ? (width - gap) / 2 : width;
  const [chosen, select] = useState<Unit>({ column: 1, unit: 0 });
  const [looked, look] = useState<Unit | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const colours = useMemo<PlaneColours>(
    () => ({
      classes: classColours(run.classNames.length, theme.weights),
      ...{ scale: theme.weights, range: rangeOfPoints(points), isDiscrete: false },
    }),
    [run.classNames, theme, points],
  );
  const pictures = useMemo(
    () => (boundary?.units ? picturesOf(boundary, layers, run.classNames, colours) : null),
    [boundary, colours],
  );
  const picture = looked && pictures?.[looked.column]?.[looked.unit];
  return (
    <div class={isWide ? 'network-parts side-by-side' : 'network-parts'} ref={frame}>
      {boundary?.axes.length === 1 && width > 0 && (
        <CurveView {...{ boundary, points, colours, theme, room }} />
      )}
      {boundary?.axes.length === 2 && width > 0 && (
        <PlaneView
          {...{ boundary, points, colours, theme, layers, room, isWide }}
          looked={looked && picture ? { unit: looked, picture } : null}
        />
      )}
      {isDrawn && width > 0 && (
        <div class="network-units">
          <NetworkDiagram
            {...{ layers, theme, pictures, room }}
            pictureSize={unitSize}
            selected={chosen}
            onSelect={select}
            onEnter={() => table.current?.querySelector('input')?.focus()}
            onLook={look}
          />
          <WeightTable
            layers={layers}
            unit={chosen}
            table={table}
            onLeave={() => focusUnit(frame.current, chosen)}
          />
        </div>
      )}
    </div>
  );
}

function picturesOf(
  { units, unitSize: size, outputs }: Boundary,
  layers: readonly LayerWeights[],
  classNames: readonly string[],
  colours: PlaneColours,
): UnitPicture[][] {
  const labels =
    outputs.kind === 'class' ? layers.at(-1)!.outputNames.map(name => classNames.indexOf(name)) : null;
  return units!.map((values, column) =>
    column === layers.length
      ? outputPictures(values, size, labels, colours)
      : unitPictures(values, size, colours.scale),
  );
}

const focusUnit = (frame: HTMLElement | null, { column, unit }: Unit) =>
  frame?.querySelector<SVGElement>(`[data-unit="${column} ${unit}"]`)?.focus();
