/** Where the units and edges of a small network stand, in CSS pixels. */
import type { LayerWeights } from '../../../src/protocol';
import type { WeightPlace } from '../../focus';

export interface Unit {
  /** 0 is the inputs; layer `column − 1` otherwise. */
  readonly column: number;
  readonly unit: number;
}

export interface PlacedUnit extends Unit {
  readonly name: string;
  /** Left upper corner. */
  readonly x: number;
  readonly y: number;
}

export interface DiagramColumn {
  readonly title: string;
  readonly x: number;
  readonly units: readonly PlacedUnit[];
}

export interface Diagram {
  readonly width: number;
  readonly height: number;
  /** Side of a unit. */
  readonly size: number;
  /** Inputs, hidden layers, outputs. */
  readonly columns: readonly DiagramColumn[];
}

/** Of the weight or bias that `place` means: a line between two units. */
export interface Edge {
  readonly place: WeightPlace;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Above the units, for two lines of words. */
const headHeight = 40;
/** Names of inputs and outputs at both sides are cut to this many letters, of about this many pixels. */
export const maxNameLength = 14;
const letterWidth = 6.5;
const minPitch = 84;
const maxPitch = 190;
const gap = 8;
export const largeUnit = 40;
const smallUnit = 28;
/** From here on there is room for large units. */
const roomyWidth = 640;
/** Below each unit, for its bias. */
export const biasHeight = 10;

/**
 * @param room width that there is; a network that needs more gets it, and scrolls
 * @param isAlone no picture of the plane needs height
 */
export function layoutDiagram(layers: readonly LayerWeights[], room: number, isAlone = false): Diagram {
  const columnsOfNames = [layers[0]!.inputNames, ...layers.map(({ outputNames }) => outputNames)];
  const most = Math.max(...columnsOfNames.map(({ length }) => length));
  const isLarge = most <= 4 || (most <= 8 && (isAlone || room >= roomyWidth));
  const size = isLarge ? largeUnit : smallUnit;
  const [left, right] = [columnsOfNames[0]!, columnsOfNames.at(-1)!].map(nameWidth) as [number, number];
  const nGaps = columnsOfNames.length - 1;
  const pitch = Math.min(maxPitch, Math.max(minPitch, (room - left - right - size) / nGaps));
  const unitHeight = size + biasHeight + gap;
  const columns = columnsOfNames.map((unitNames, column) => {
    const x = left + column * pitch;
    const top = headHeight + ((most - unitNames.length) * unitHeight) / 2;
    const units = unitNames.map((name, unit) => ({ column, unit, name, x, y: top + unit * unitHeight }));
    return { title: column === 0 ? 'inputs' : layers[column - 1]!.name, x, units };
  });
  return {
    width: left + nGaps * pitch + size + right,
    height: headHeight + most * unitHeight,
    size,
    columns,
  };
}

/** At least half of what stands above the unit. */
const nameWidth = (names: readonly string[]): number =>
  Math.max(32, 12 + letterWidth * Math.min(maxNameLength, Math.max(...names.map(({ length }) => length))));

/** All lines, layer by layer and in the order of the weights. */
export function edgesOf({ columns, size }: Diagram): Edge[] {
  return columns.slice(1).flatMap(({ units }, layer) =>
    columns[layer]!.units.flatMap(from =>
      units.map(to => ({
        place: { layer, input: from.unit, output: to.unit },
        ...{ x1: from.x + size, y1: from.y + size / 2 },
        ...{ x2: to.x, y2: to.y + size / 2 },
      })),
    ),
  );
}

/** The line nearest to a point, of those that are near enough to be meant. */
export function edgeAt(edges: readonly Edge[], x: number, y: number, reach = 6): Edge | null {
  let nearest: Edge | null = null;
  let least = reach;
  for (const edge of edges) {
    const distance = distanceTo(edge, x, y);
    if (distance > least) continue;
    least = distance;
    nearest = edge;
  }
  return nearest;
}

/** The unit that a point lies on, and whether on its bias. */
export function unitAt({ columns, size }: Diagram, x: number, y: number) {
  for (const { units } of columns) {
    for (const placed of units) {
      const [dx, dy] = [x - placed.x, y - placed.y];
      if (dx < 0 || dx > size || dy < 0 || dy > size + biasHeight) continue;
      return { placed, isBias: placed.column > 0 && dy > size };
    }
  }
  return null;
}

/** Where an arrow key leads from a unit; null for any other key. Across, to the unit that is about as high. */
export function unitForKey(key: string, from: Unit, { columns }: Diagram): Unit | null {
  const { column, unit } = from;
  const n = columns[column]!.units.length;
  if (key === 'ArrowUp') return { column, unit: Math.max(0, unit - 1) };
  if (key === 'ArrowDown') return { column, unit: Math.min(n - 1, unit + 1) };
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null;
  const next = column + (key === 'ArrowLeft' ? -1 : 1);
  const { units } = columns[next] ?? {};
  if (!units) return from;
  const height = columns[column]!.units[unit]!.y;
  const distance = (other: PlacedUnit) => Math.abs(other.y - height);
  return { column: next, unit: units.reduce((a, b) => (distance(b) < distance(a) ? b : a)).unit };
}

function distanceTo({ x1, y1, x2, y2 }: Edge, x: number, y: number): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy);
  if (along < 0 || along > 1) return Number.POSITIVE_INFINITY;
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}
