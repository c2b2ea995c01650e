import { useMemo, useRef, useState } from 'preact/hooks';
import { formatCount } from '../../format';
import { useWidth } from '../../hooks';
import { t } from '../../l10n';
import { useTheme } from '../../theme';
import { useExplorer } from '../context';
import { type Cell, cellForKey, px } from '../grid';
import type { Confusion } from './counts';
import { layoutOf, shortName } from './layout';
import { MatrixRow } from './matrixRow';
import { contains } from './selection';
import { shadesOf } from './shade';
import { useClassSelection } from './useClassSelection';
import { placeText } from './words';

export interface MatrixProps {
  readonly confusion: Confusion;
  /** Those of the rows and columns, in their order. */
  readonly classes: readonly number[];
  readonly showsRates: boolean;
}

/** Rows are true classes, columns predicted ones. The names in front of them are cells of the grid, too: 0 is a name. */
export function Matrix({ confusion, classes, showsRates }: MatrixProps) {
  const { classNames } = useExplorer().run;
  const { selection, choose } = useClassSelection();
  const [frame, width] = useWidth<HTMLDivElement>();
  const table = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<Cell>({ row: 1, column: 1 });
  const [looked, setLooked] = useState<Cell | null>(null);
  const { zero, negative } = useTheme().weights;
  const shades = useMemo(() => shadesOf(zero, negative), [zero.join(), negative.join()]);
  const names = classes.map(c => classNames[c]!);
  const layout = layoutOf(confusion, classes, names, width);
  const shape = { rows: classes.length + 1, columns: classes.length + 1 };
  const maxCount = useMemo(
    () =>
      classes.reduce((most, c) => classes.reduce((max, d) => Math.max(max, confusion.count(c, d)), most), 1),
    [confusion, classes],
  );

  const classesAt = ({ row, column }: Cell) => [classes[row - 1], classes[column - 1]] as const;
  const chooseAt = (place: Cell | null) => {
    if (!place || (place.row === 0 && place.column === 0)) return;
    const [trueClass = null, predictedClass = null] = classesAt(place);
    choose({ trueClass, predictedClass });
  };
  const placeOf = (event: Event): Cell | null => {
    const cell = (event.target as Element).closest('th, td') as HTMLTableCellElement | null;
    const place = cell && {
      row: (cell.parentElement as HTMLTableRowElement).rowIndex,
      column: cell.cellIndex,
    };
    return place && place.row < shape.rows && place.column < shape.columns ? place : null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') chooseAt(active);
    const next = cellForKey(event.key, active, shape);
    if (next) table.current?.rows[next.row]?.cells[next.column]?.focus();
    if (next || event.key === 'Enter' || event.key === ' ') event.preventDefault();
  };
  const tab = (row: number, column: number) => (row === active.row && column === active.column ? 0 : -1);
  const [lookedTrue, lookedPredicted] = looked ? classesAt(looked) : [];
  return (
    <>
      <output class="readout">{placeText(confusion, classNames, lookedTrue, lookedPredicted)}</output>
      <div class="confusion-frame" ref={frame}>
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are chosen is a grid
          role="grid"
          aria-label={t('Confusion matrix, rows: true class, columns: predicted class')}
          class={layout.hasTexts ? undefined : 'is-dense'}
          onClick={event => chooseAt(placeOf(event))}
          onKeyDown={onKeyDown}
          onFocusIn={event => {
            const place = placeOf(event);
            if (place) setActive(place);
            setLooked(place);
          }}
          onFocusOut={() => setLooked(null)}
          onPointerOver={event => setLooked(placeOf(event))}
          onPointerLeave={() => setLooked(null)}
        >
          <thead>
            <tr>
              <td tabIndex={tab(0, 0)} />
              {classes.map((c, i) => (
                <th
                  key={c}
                  scope="col"
                  tabIndex={tab(0, i + 1)}
                  title={names[i]}
                  aria-selected={selection.predictedClass === c && selection.trueClass === null}
                  class={layout.isRotated ? 'is-rotated' : undefined}
                  style={{ minWidth: px(layout.size) }}
                >
                  <span>{shortName(names[i]!)}</span>
                </th>
              ))}
              <th scope="col">{t('all')}</th>
            </tr>
          </thead>
          <tbody>
            {classes.map((c, i) => (
              <MatrixRow
                key={c}
                {...{ confusion, classes, showsRates, shades, maxCount, trueClass: c, name: names[i]! }}
                size={layout.size}
                activeColumn={active.row === i + 1 ? active.column : null}
                isSelected={selection.trueClass === c && selection.predictedClass === null}
                selected={classes.filter(d => contains(selection, c, d)).join()}
              />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('all')}</th>
              {classes.map(c => (
                <td key={c}>{formatCount(confusion.predicted[c])}</td>
              ))}
              <td>{formatCount(confusion.nSamples)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </>
  );
}
