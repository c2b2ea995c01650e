import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Cell } from '../../src/protocol';
import { formatCount, formatDeviation, missing } from '../format';
import { t } from '../l10n';

/** Those that deviate most; the others unfold. */
export const nShownCells = 3;

/** More rows than this nobody reads. */
const maxUnfolded = 200;

/** The row's values; those furthest from their mean come first, the others unfold. */
export function Cells({ cells }: { readonly cells: readonly Cell[] }) {
  return (
    <div class="cells">
      <CellTable cells={cells.slice(0, nShownCells)} />
      <MoreCells cells={cells} />
    </div>
  );
}

/** The others of a row; drawn only while they are seen. */
export function MoreCells({ cells }: { readonly cells: readonly Cell[] }) {
  const rest = cells.slice(nShownCells);
  if (rest.length === 0) return null;
  const words = rest.length === 1 ? t('1 more feature') : t('{0} more features', formatCount(rest.length));
  return (
    <Fold summary={words}>
      <CellTable cells={rest.slice(0, maxUnfolded)} />
      {rest.length > maxUnfolded && (
        <p class="muted">{t('and {0} others', formatCount(rest.length - maxUnfolded))}</p>
      )}
    </Fold>
  );
}

interface FoldProps {
  readonly summary: string;
  readonly children: ComponentChildren;
}

function Fold({ summary, children }: FoldProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {isOpen && children}
    </details>
  );
}

export const cellText = ({ text }: Cell): string => (text === '' ? missing : text);

function CellTable({ cells }: { readonly cells: readonly Cell[] }) {
  return (
    <table>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">{t('feature')}</th>
          <th scope="col">{t('value')}</th>
          <th scope="col">{t('standard deviations from the mean')}</th>
        </tr>
      </thead>
      <tbody>
        {cells.map(cell => (
          <tr key={cell.name}>
            <th scope="row" title={cell.name}>
              {cell.name}
            </th>
            <td title={cell.text === '' ? t('missing in the data') : cell.text}>{cellText(cell)}</td>
            <td class="muted" title={t('standard deviations from the mean of the training part')}>
              {cell.deviation !== null && `z ${formatDeviation(cell.deviation)}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
