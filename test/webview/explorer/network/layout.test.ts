import { describe, expect, it } from 'vitest';
import type { LayerWeights } from '../../../../src/protocol';
import {
  type Diagram,
  edgeAt,
  edgesOf,
  layoutDiagram,
  type PlacedUnit,
  unitAt,
  unitForKey,
} from '../../../../webview/explorer/network/layout';

const names = (n: number, name = 'unit') => Array.from({ length: n }, (_, i) => `${name} ${i + 1}`);

/** Layers of a network of these sizes, its inputs first. */
const layersOf = (...sizes: number[]): LayerWeights[] =>
  sizes.slice(1).map((n, l) => ({
    ...{ name: `layer ${l + 1}`, activation: 'tanh' },
    ...{ inputNames: names(sizes[l]!), outputNames: names(n) },
    ...{ weights: new Float32Array(sizes[l]! * n), biases: new Float32Array(n) },
  }));

const all = ({ columns }: Diagram) => columns.flatMap(({ units }) => units);

describe('the diagram', () => {
  it.each([
    [[2, 8, 8, 2], 448],
    [[2, 8, 8, 2], 900],
    [[16, 16, 16, 16], 300],
    [[4, 3], 500],
  ])('of %j in %i pixels has all units inside and none on another', (sizes, room) => {
    const diagram = layoutDiagram(layersOf(...sizes), room);
    const units = all(diagram);
    expect(units).toHaveLength(sizes.reduce((a, b) => a + b));
    for (const { x, y } of units) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + diagram.size).toBeLessThanOrEqual(diagram.width);
      expect(y + diagram.size).toBeLessThanOrEqual(diagram.height);
    }
    for (const [i, a] of units.entries())
      for (const b of units.slice(i + 1))
        expect(Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y))).toBeGreaterThan(diagram.size);
    // It scrolls rather than having lines too short to be seen.
    expect(diagram.width).toBeLessThanOrEqual(Math.max(room, 84 * (sizes.length - 1) + 200));
  });

  it('has a line for each weight, in their order', () => {
    const layers = layersOf(3, 4, 2);
    const edges = edgesOf(layoutDiagram(layers, 600));
    expect(edges).toHaveLength(3 * 4 + 4 * 2);
    expect(edges[5]!.place).toEqual({ layer: 0, input: 1, output: 1 });
    expect(edges[12]!.place).toEqual({ layer: 1, input: 0, output: 0 });
  });
});

describe('under the pointer', () => {
  const diagram = layoutDiagram(layersOf(2, 2), 400);
  const edges = edgesOf(diagram);

  it('is the line that passes nearest, if it is near', () => {
    for (const edge of edges) {
      // A tenth of the way along, where lines are apart.
      const x = edge.x1 + 0.1 * (edge.x2 - edge.x1);
      const y = edge.y1 + 0.1 * (edge.y2 - edge.y1);
      expect(edgeAt(edges, x, y + 1)?.place).toEqual(edge.place);
    }
    expect(edgeAt(edges, edges[0]!.x1 + 10, edges[0]!.y1 - 20)).toBeNull();
    expect(edgeAt(edges, edges[0]!.x1 - 3, edges[0]!.y1)).toBeNull();
  });

  it('is a unit, or the bias below it where it has one', () => {
    const [input, , output] = all(diagram) as [PlacedUnit, PlacedUnit, PlacedUnit];
    const { size } = diagram;
    expect(unitAt(diagram, output.x + 2, output.y + 2)).toMatchObject({
      placed: { column: 1, unit: 0 },
      isBias: false,
    });
    expect(unitAt(diagram, output.x + 2, output.y + size + 4)).toMatchObject({ isBias: true });
    expect(unitAt(diagram, input.x + 2, input.y + size + 4)).toMatchObject({ isBias: false });
    expect(unitAt(diagram, input.x + size + 5, input.y)).toBeNull();
  });
});

describe('arrow keys', () => {
  const diagram = layoutDiagram(layersOf(2, 6, 2), 600);
  it.each([
    ['ArrowDown', { column: 1, unit: 0 }, { column: 1, unit: 1 }],
    ['ArrowDown', { column: 1, unit: 5 }, { column: 1, unit: 5 }],
    ['ArrowUp', { column: 1, unit: 0 }, { column: 1, unit: 0 }],
    ['ArrowLeft', { column: 1, unit: 5 }, { column: 0, unit: 1 }],
    ['ArrowRight', { column: 0, unit: 0 }, { column: 1, unit: 2 }],
    ['ArrowRight', { column: 2, unit: 1 }, { column: 2, unit: 1 }],
    ['ArrowLeft', { column: 0, unit: 1 }, { column: 0, unit: 1 }],
  ])('%s leads from %j to %j', (key, from, to) => {
    expect(unitForKey(key, from, diagram)).toEqual(to);
  });

  it('other keys lead nowhere', () => {
    expect(unitForKey('Tab', { column: 0, unit: 0 }, diagram)).toBeNull();
  });
});
