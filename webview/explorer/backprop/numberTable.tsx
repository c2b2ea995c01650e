import type { TargetedKeyboardEvent } from 'preact';
import { useState } from 'preact/hooks';
import { formatCount } from '../../format';
import { t } from '../../l10n';
import { Formula } from './formula';
import { type AlignedCell, aligned } from './numbers';
import { fold, type NumberTable as Numbers, type Rest } from './tables';
import { say } from './words';

interface NumberTableProps {
  readonly table: Numbers;
  readonly label: string;
  /** Where a row may be looked at closer: by pointing at it, or with the keys. */
  readonly choice?: { readonly row: number; readonly choose: (row: number) => void };
}

/** Numbers in columns with their decimal points in line; a long table is folded to its largest rows. */
export function NumberTable({ table, label, choice }: NumberTableProps) {
  const [isOpen, setOpen] = useState(false);
  const { rows, hidden, isLong } = fold(table, isOpen);
  const { head, corner, last = [] } = table;
  const nColumns = head.length;
  const rest = head.map((_, c) => (c === nColumns - 1 && hidden.sum !== null ? hidden.sum : ''));
  const all = [...rows.map(({ cells }) => cells), rest, ...last.map(({ cells }) => cells)];
  const columns = head.map((_, c) => aligned(all.map(cells => cells[c] ?? null)));
  const cellsOf = (row: number) => columns.map((column, c) => <Cell key={c} {...column[row]!} />);
  const isChosenShown = rows.some(({ id }) => id === choice?.row);
  return (
    // One that is too wide is scrolled by the keys of the row at hand; where no row can be chosen, by its own.
    <div class="numbers" tabIndex={choice ? undefined : 0}>
      <table aria-label={label} onKeyDown={choice && moveFocus}>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {head.map((column, c) => (
              <th key={c} scope="col">
                {typeof column === 'string' ? <Formula text={column} /> : say(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name }, i) => (
            <tr
              key={id}
              class={choice?.row === id ? 'is-chosen' : undefined}
              onPointerEnter={() => choice?.choose(id)}
            >
              <th
                scope="row"
                title={name}
                tabIndex={choice && (isChosenShown ? id === choice.row : i === 0) ? 0 : choice && -1}
                aria-current={choice?.row === id || undefined}
                onFocus={() => choice?.choose(id)}
              >
                {name}
              </th>
              {cellsOf(i)}
            </tr>
          ))}
          {(isLong || hidden.count > 0) && (
            <tr class="is-rest">
              <th scope="row">
                {isLong ? (
                  <button type="button" class="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
                    {isOpen ? t('show the largest only') : restText(hidden)}
                  </button>
                ) : (
                  restText(hidden)
                )}
                {isOpen && hidden.count > 0 && ` ${restText(hidden)}`}
              </th>
              {cellsOf(rows.length)}
            </tr>
          )}
          {last.map(({ id, name }, i) => (
            <tr key={id} class="is-last">
              <th scope="row">{name}</th>
              {cellsOf(rows.length + 1 + i)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const restText = ({ count, sum }: Rest): string =>
  sum === null
    ? t('… and {0} smaller ones', formatCount(count))
    : t('… and {0} smaller terms: sum', formatCount(count));

/** What is only there to fill up a column is neither read nor copied. */
function Cell({ text, pad }: AlignedCell) {
  return <td data-pad={pad || undefined}>{text}</td>;
}

const moves: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

/** Up and down between the rows. */
function moveFocus(event: TargetedKeyboardEvent<HTMLTableElement>) {
  const step = moves[event.key];
  if (step === undefined) return;
  const names = [...event.currentTarget.querySelectorAll<HTMLElement>('th[tabindex]')];
  const next = names[names.indexOf(event.target as HTMLElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
