import { useState } from 'preact/hooks';
import type { Rates } from '../../../src/protocol';
import { formatCount, formatPercent, formatScore } from '../../format';
import { t } from '../../l10n';
import { useExplorer } from '../context';
import type { Confusion } from './counts';
import { shortName } from './layout';
import { type ClassScores, macroScores, scoresOf } from './scores';
import { type ClassSelection, isSame } from './selection';
import { resorted, type Sorting, sorted } from './sorting';
import { useClassSelection } from './useClassSelection';

interface ScoreTableProps {
  readonly confusion: Confusion;
  /** Null until it is known. */
  readonly rates: Rates | null;
}

interface Row extends ClassScores {
  readonly number: number;
  readonly support: number;
  readonly area: number | null;
}

type Column = keyof Row;

/** More rows nobody reads; the order says which they are. */
const maxRows = 200;

const columns: readonly {
  readonly name: Column;
  readonly title: () => string;
  readonly meaning: () => string;
}[] = [
  { name: 'number', title: () => t('class'), meaning: () => t('in the order of the classes') },
  {
    name: 'precision',
    title: () => t('precision'),
    meaning: () => t('part of the predictions of this class that are right'),
  },
  {
    name: 'recall',
    title: () => t('recall'),
    meaning: () => t('part of the samples of this class that are found'),
  },
  { name: 'f1', title: () => 'F1', meaning: () => t('harmonic mean of precision and recall') },
  { name: 'support', title: () => t('support'), meaning: () => t('samples of this class') },
  {
    name: 'area',
    title: () => 'AUC',
    meaning: () => t('probability that a sample of this class scores higher for it than another one'),
  },
];

/** A row a class, to be sorted by any column. */
export function ScoreTable({ confusion, rates }: ScoreTableProps) {
  const [sorting, setSorting] = useState<Sorting<Column>>({ by: 'number', isDescending: false });
  const { selection, choose } = useClassSelection();
  const rows = Array.from(confusion.support, (support, number) => ({
    ...{ number, support, area: rates?.curves[number]?.area ?? null },
    ...scoresOf(confusion, number),
  }));
  const shown = sorted<Row, Column>(rows, sorting, (row, by) => row[by]).slice(0, maxRows);
  return (
    <section class="score-table" aria-label={t('Scores of the classes')}>
      <h2>{t('Scores of the classes')}</h2>
      {shown.length < rows.length && (
        <p class="muted">
          {t('The first {0} of {1} classes in this order.', formatCount(maxRows), formatCount(rows.length))}
        </p>
      )}
      <div class="score-frame">
        <table>
          <thead>
            <tr>
              {columns.map(column => (
                <th
                  key={column.name}
                  scope="col"
                  title={column.meaning()}
                  aria-sort={
                    sorting.by !== column.name ? 'none' : sorting.isDescending ? 'descending' : 'ascending'
                  }
                >
                  <button
                    type="button"
                    class="link"
                    onClick={() => setSorting(resorted(sorting, column.name))}
                  >
                    {column.title()}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(row => (
              <ScoreRow
                key={row.number}
                row={row}
                isSelected={isSame(selection, ofClass(row.number))}
                onChoose={() => choose(ofClass(row.number))}
              />
            ))}
          </tbody>
          <tfoot>
            <Totals confusion={confusion} rows={rows} />
          </tfoot>
        </table>
      </div>
    </section>
  );
}

const ofClass = (trueClass: number): ClassSelection => ({ trueClass, predictedClass: null });

interface ScoreRowProps {
  readonly row: Row;
  readonly isSelected: boolean;
  readonly onChoose: () => void;
}

function ScoreRow({ row, isSelected, onChoose }: ScoreRowProps) {
  const { number, precision, recall, f1, support, area } = row;
  const name = useExplorer().run.classNames[number]!;
  return (
    <tr>
      <th scope="row" title={name}>
        <button type="button" class="link" aria-pressed={isSelected} onClick={onChoose}>
          {shortName(name)}
        </button>
      </th>
      {[precision, recall, f1].map((score, i) => (
        <td key={columns[i + 1]!.name}>{formatPercent(score)}</td>
      ))}
      <td>{formatCount(support)}</td>
      <td>{formatScore(area)}</td>
    </tr>
  );
}

function Totals({ confusion, rows }: { readonly confusion: Confusion; readonly rows: readonly Row[] }) {
  const { precision, recall, f1 } = macroScores(confusion);
  const areas = rows.flatMap(({ area }) => area ?? []);
  const meanArea = areas.length > 0 ? areas.reduce((a, b) => a + b, 0) / areas.length : null;
  return (
    <tr
      title={t(
        'Mean over the classes that occur; what is undefined counts 0, and is left out of the mean AUC.',
      )}
    >
      <th scope="row">{t('macro average')}</th>
      {[precision, recall, f1].map((score, i) => (
        <td key={columns[i + 1]!.name}>{formatPercent(score)}</td>
      ))}
      <td>{formatCount(confusion.nSamples)}</td>
      <td>{formatScore(meanArea)}</td>
    </tr>
  );
}
