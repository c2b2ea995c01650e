import { Component } from 'preact';
import { formatCount } from '../../format';
import { px } from '../grid';
import type { Confusion } from './counts';
import { shortName } from './layout';
import { type Shade, shadeOf } from './shade';
import { rateText } from './words';

const noShade = {};

interface MatrixRowProps {
  readonly confusion: Confusion;
  readonly classes: readonly number[];
  readonly showsRates: boolean;
  readonly shades: readonly Shade[];
  readonly maxCount: number;
  readonly size: number;
  readonly trueClass: number;
  readonly name: string;
  /** Where the focus is, if it is in this row; 0 is the name. */
  readonly activeColumn: number | null;
  /** The whole row. */
  readonly isSelected: boolean;
  /** Classes of the columns whose cells are selected. */
  readonly selected: string;
}

/** Drawn again only when it changes: the pointer passes over thousands of cells. */
export class MatrixRow extends Component<MatrixRowProps> {
  override shouldComponentUpdate(next: MatrixRowProps) {
    const names = Object.keys(next) as (keyof MatrixRowProps)[];
    return names.some(name => next[name] !== this.props[name]);
  }

  override render() {
    const { confusion, classes, showsRates, shades, maxCount, size, trueClass, name, activeColumn } =
      this.props;
    const { count, support } = confusion;
    const selected = new Set(this.props.selected.split(','));
    const whole = showsRates ? support[trueClass]! : maxCount;
    const tab = (column: number) => (column === activeColumn ? 0 : -1);
    return (
      <tr style={{ height: px(size) }}>
        <th scope="row" title={name} tabIndex={tab(0)} aria-selected={this.props.isSelected}>
          <span>{shortName(name)}</span>
        </th>
        {classes.map((predictedClass, i) => {
          const found = count(trueClass, predictedClass);
          return (
            <td
              key={predictedClass}
              // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid
              role="gridcell"
              tabIndex={tab(i + 1)}
              data-cell={`${trueClass}-${predictedClass}`}
              aria-selected={selected.has(String(predictedClass))}
              style={found > 0 ? shadeOf(shades, found / whole) : noShade}
            >
              {showsRates ? rateText(found, support[trueClass]!) : found > 0 ? formatCount(found) : ''}
            </td>
          );
        })}
        <td class="sum">{formatCount(support[trueClass])}</td>
      </tr>
    );
  }
}
