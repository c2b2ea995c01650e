import type { LayerWeights } from '../../../src/protocol';
import { css, type DivergingColours } from '../../colour';
import type { Edge, Unit } from './layout';
import { weightAt } from './weightWords';

interface EdgesProps {
  readonly edges: readonly Edge[];
  readonly layers: readonly LayerWeights[];
  /** Of each layer, its largest weight. */
  readonly limits: readonly number[];
  readonly colours: DivergingColours;
  readonly pointed: Edge | null;
  /** Only the lines of this unit stand out. */
  readonly lookedAt: Unit | null;
}

const maxWidth = 6;
const minWidth = 0.5;

/** Lines as thick as their weights are large; negative ones are dashed. Values are read in the table and by the pointer. */
export function Edges({ edges, layers, limits, colours, pointed, lookedAt }: EdgesProps) {
  return (
    <g>
      {edges.map(edge => {
        const { layer, input, output } = edge.place;
        const weight = weightAt(layers, edge.place);
        const share = limits[layer]! > 0 && Number.isFinite(weight) ? Math.abs(weight) / limits[layer]! : 0;
        const isOther = lookedAt !== null && !touches(edge, lookedAt);
        return (
          <line
            key={`${layer} ${input} ${output}`}
            {...{ x1: edge.x1, y1: edge.y1, x2: edge.x2, y2: edge.y2 }}
            stroke={css(weight < 0 ? colours.negative : colours.positive)}
            stroke-width={minWidth + share * (maxWidth - minWidth)}
            stroke-dasharray={weight < 0 ? '6 3' : undefined}
            opacity={isOther ? 0.2 : 1}
          />
        );
      })}
      {pointed && (
        <line class="pointed-edge" {...{ x1: pointed.x1, y1: pointed.y1, x2: pointed.x2, y2: pointed.y2 }} />
      )}
    </g>
  );
}

const touches = ({ place: { layer, input, output } }: Edge, { column, unit }: Unit) =>
  (layer === column && input === unit) || (layer === column - 1 && output === unit);
