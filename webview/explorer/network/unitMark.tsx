import { css } from '../../colour';
import { formatShort, missing } from '../../format';
import type { Theme } from '../../theme';
import { biasHeight, largeUnit, maxNameLength, type PlacedUnit } from './layout';

interface UnitMarkProps {
  readonly unit: PlacedUnit;
  readonly size: number;
  /** Inputs have none. */
  readonly bias: number | null;
  /** The largest bias of the network. */
  readonly biasLimit: number;
  readonly theme: Theme;
  readonly hasPicture: boolean;
  /** At which end of the network the unit stands: its name is beside it there. */
  readonly isEnd: 'start' | 'end' | null;
  readonly isSelected: boolean;
  readonly label: string;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** A unit: its frame, its bias below, and its name where it has one of its own. */
export function UnitMark(props: UnitMarkProps) {
  const { unit, size, bias, hasPicture, isEnd, isSelected, label } = props;
  const { x, y } = unit;
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: there are no buttons among the lines of an SVG */}
      <g
        class="unit"
        data-unit={`${unit.column} ${unit.unit}`}
        role="button"
        tabIndex={isSelected ? 0 : -1}
        aria-pressed={isSelected}
        aria-label={label}
        onFocus={props.onFocus}
        onBlur={props.onBlur}
        onKeyDown={props.onKeyDown}
      >
        <rect class={hasPicture ? 'frame' : 'frame filled'} {...{ x, y, width: size, height: size }} rx={2} />
        {bias !== null && <BiasBar {...props} bias={bias} />}
        {isEnd && (
          <text
            x={isEnd === 'start' ? x - 6 : x + size + 6}
            y={y + size / 2}
            dy="0.35em"
            text-anchor={isEnd === 'start' ? 'end' : 'start'}
          >
            {shortened(unit.name)}
            <title>{unit.name}</title>
          </text>
        )}
      </g>
      {!hasPicture && bias !== null && size >= largeUnit && (
        <BiasNumber unit={unit} size={size} bias={bias} />
      )}
    </>
  );
}

/** Rounded, so it is no part of the button, whose label says the bias as it is. */
const BiasNumber = ({
  unit,
  size,
  bias,
}: Pick<UnitMarkProps, 'unit' | 'size'> & { readonly bias: number }) => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a text of an SVG takes no focus
  <text
    class="bias-number"
    aria-hidden="true"
    x={unit.x + size / 2}
    y={unit.y + size / 2}
    text-anchor="middle"
    dy="0.35em"
  >
    {Number.isFinite(bias) ? formatShort(Number(bias.toPrecision(2))).replace('-', '−') : missing}
  </text>
);

/** From the middle to the left if it is negative, to the right if positive. */
function BiasBar({ unit, size, bias, biasLimit, theme }: UnitMarkProps & { readonly bias: number }) {
  const middle = unit.x + size / 2;
  const y = unit.y + size + 3;
  const share = biasLimit > 0 && Number.isFinite(bias) ? Math.abs(bias) / biasLimit : 0;
  const length = Math.max(1, (share * size) / 2);
  const { negative, positive } = theme.weights;
  return (
    <>
      <rect class="bias-track" x={unit.x} y={y} width={size} height={biasHeight - 4} />
      <rect
        x={bias < 0 ? middle - length : middle}
        {...{ y, width: length, height: biasHeight - 4 }}
        fill={css(bias < 0 ? negative : positive)}
      />
      <line class="bias-middle" x1={middle} x2={middle} y1={y - 1} y2={y + biasHeight - 3} />
    </>
  );
}

const shortened = (name: string) =>
  name.length > maxNameLength ? `${name.slice(0, maxNameLength - 1)}…` : name;
