import { useMemo, useRef, useState } from 'preact/hooks';
import type { LayerWeights } from '../../../src/protocol';
import { largestMagnitude } from '../../colour';
import type { WeightPlace } from '../../focus';
import { formatSigned } from '../../format';
import { t } from '../../l10n';
import type { Theme } from '../../theme';
import { Edges } from './edges';
import {
  type Diagram,
  type Edge,
  edgeAt,
  edgesOf,
  layoutDiagram,
  type PlacedUnit,
  type Unit,
  unitAt,
  unitForKey,
} from './layout';
import type { UnitPicture } from './planeColours';
import { UnitMark } from './unitMark';
import { UnitPictures } from './unitPicturesCanvas';
import { WeightEditor } from './weightEditor';
import { placeText, unitText } from './weightWords';

interface NetworkDiagramProps {
  readonly layers: readonly LayerWeights[];
  readonly theme: Theme;
  readonly room: number;
  /** Of each column; null where the inputs are no plane. */
  readonly pictures: readonly (readonly UnitPicture[])[] | null;
  readonly pictureSize: number;
  readonly selected: Unit;
  readonly onSelect: (unit: Unit) => void;
  /** Enter on a unit: to its weights. */
  readonly onEnter: () => void;
  /** The unit that is looked at, by pointer or focus. */
  readonly onLook: (unit: Unit | null) => void;
}

/** Where a weight is being changed. */
interface Editing {
  readonly place: WeightPlace;
  readonly x: number;
  readonly y: number;
}

/** The network as units and lines, which say their values and can be changed. */
export function NetworkDiagram(props: NetworkDiagramProps) {
  const { layers, theme, room, pictures, selected, onSelect, onLook } = props;
  const svg = useRef<SVGSVGElement>(null);
  const [edge, setEdge] = useState<Edge | null>(null);
  const [looked, setLooked] = useState<PlacedUnit | null>(null);
  const [isBias, setBias] = useState(false);
  const [editing, setEditing] = useState<Editing | null>(null);
  const shape = layers.map(({ name, inputNames, outputNames }) => [name, inputNames, outputNames]);
  const diagram = useMemo(
    () => layoutDiagram(layers, room, pictures === null),
    [JSON.stringify(shape), room, pictures === null],
  );
  const edges = useMemo(() => edgesOf(diagram), [diagram]);
  const limits = layers.map(({ weights }) => largestMagnitude(weights));
  const biasLimit = largestMagnitude(...layers.map(({ biases }) => biases));

  const look = (unit: PlacedUnit | null) => {
    if (unit === looked) return;
    setLooked(unit);
    onLook(unit);
  };
  const positionIn = (event: MouseEvent) => {
    const { left, top } = svg.current!.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const point = (event: PointerEvent) => {
    const { x, y } = positionIn(event);
    const unit = unitAt(diagram, x, y);
    look(unit?.placed ?? null);
    setBias(unit?.isBias ?? false);
    setEdge(unit ? null : edgeAt(edges, x, y));
  };
  const leave = () => {
    look(null);
    setBias(false);
    setEdge(null);
  };
  const click = (event: MouseEvent) => {
    const { x, y } = positionIn(event);
    const unit = unitAt(diagram, x, y);
    const place = unit ? biasOf(unit.placed) : edgeAt(edges, x, y)?.place;
    if (unit) onSelect(unit.placed);
    else if (place) onSelect({ column: place.layer + 1, unit: place.output });
    setEditing(place && (!unit || unit.isBias) ? { place, x, y } : null);
  };
  const readout = edge ? placeText(layers, edge.place) : looked && lookedText(layers, looked, isBias);
  return (
    <figure class="network-diagram">
      <div class="diagram-scroller">
        <div class="diagram">
          {pictures && <UnitPictures diagram={diagram} pictures={pictures} pictureSize={props.pictureSize} />}
          {/* The pointer finds lines by their distance; the keyboard goes by the units and the table of their weights. */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: units take Enter, and their table changes weights */}
          {/* biome-ignore lint/a11y/useSemanticElements: an SVG has no fieldset */}
          <svg
            ref={svg}
            width={diagram.width}
            height={diagram.height}
            role="group"
            tabIndex={-1}
            aria-label={t(
              'Units of the network. Arrow keys go from unit to unit, Enter goes to its weights.',
            )}
            onPointerMove={point}
            onPointerLeave={leave}
            onClick={click}
          >
            <ColumnHeads diagram={diagram} layers={layers} limits={limits} />
            <Edges
              edges={edges}
              layers={layers}
              limits={limits}
              colours={theme.weights}
              pointed={edge}
              lookedAt={looked}
            />
            {diagram.columns.flatMap(({ units }) =>
              units.map(unit => (
                <UnitMark
                  key={`${unit.column} ${unit.unit}`}
                  unit={unit}
                  size={diagram.size}
                  bias={unit.column > 0 ? layers[unit.column - 1]!.biases[unit.unit]! : null}
                  biasLimit={biasLimit}
                  theme={theme}
                  hasPicture={pictures !== null}
                  isEnd={unit.column === 0 ? 'start' : unit.column === layers.length ? 'end' : null}
                  isSelected={isSame(unit, selected)}
                  label={unitText(layers, unit)}
                  onFocus={() => {
                    onSelect(unit);
                    look(unit);
                  }}
                  onBlur={() => look(null)}
                  onKeyDown={event => {
                    if (event.key === 'Enter') return props.onEnter();
                    const next = unitForKey(event.key, unit, diagram);
                    if (!next) return;
                    event.preventDefault();
                    svg
                      .current!.querySelector<SVGElement>(`[data-unit="${next.column} ${next.unit}"]`)
                      ?.focus();
                  }}
                />
              )),
            )}
          </svg>
          {editing && (
            <WeightEditor
              key={JSON.stringify(editing.place)}
              layers={layers}
              {...editing}
              width={diagram.width}
              height={diagram.height}
              limit={editing.place.input === null ? biasLimit : limits[editing.place.layer]!}
              onClose={isKey => {
                setEditing(null);
                if (isKey) svg.current?.focus();
              }}
            />
          )}
        </div>
      </div>
      <output class="readout">{readout}</output>
      <figcaption class="muted">
        {t(
          'Blue and dashed: negative; orange: positive. The thickest line of each layer is its largest weight.',
        )}{' '}
        {t('The bar below a unit is its bias: to the left negative, to the right positive.')}{' '}
        {t('Click a line or a bar to change it.')}
      </figcaption>
    </figure>
  );
}

const biasOf = ({ column, unit }: Unit): WeightPlace | undefined =>
  column > 0 ? { layer: column - 1, input: null, output: unit } : undefined;

const isSame = (a: Unit, b: Unit) => a.column === b.column && a.unit === b.unit;

const lookedText = (layers: readonly LayerWeights[], unit: Unit, isBias: boolean) =>
  isBias ? placeText(layers, biasOf(unit)!) : unitText(layers, unit);

interface ColumnHeadsProps {
  readonly diagram: Diagram;
  readonly layers: readonly LayerWeights[];
  readonly limits: readonly number[];
}

/** Over each column its name, what it does to its sums, and its largest weight. */
const ColumnHeads = ({ diagram, layers, limits }: ColumnHeadsProps) => (
  <>
    {diagram.columns.map(({ title, x }, column) => (
      <text key={title} class="column-head" x={x + diagram.size / 2} y={11} text-anchor="middle">
        <tspan>{column === 0 ? t('inputs') : title}</tspan>
        {column > 0 && (
          <tspan class="muted-text" x={x + diagram.size / 2} dy={14}>
            {layers[column - 1]!.activation} · ≤ {formatSigned(limits[column - 1])}
          </tspan>
        )}
      </text>
    ))}
  </>
);
