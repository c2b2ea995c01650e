import type { HTMLAttributes } from 'preact';
import type { Cell, Predictions, Sample } from '../../../src/protocol';
import { formatDeviation, formatLoss, formatProbability, formatValue } from '../../format';
import { t } from '../../l10n';
import { cellText, MoreCells, nShownCells } from '../cells';
import { type Order, orderByColumn, type SortKey } from './order';
import { SampleActions } from './sampleActions';
import { useSampleItems } from './sampleItems';
import { Tags, tagsOf } from './tags';

interface SampleTableProps {
  readonly predictions: Predictions;
  readonly samples: readonly Sample[];
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
}

interface ColumnOf {
  readonly by: SortKey;
  readonly title: string;
  readonly text: (sample: Sample) => string;
  readonly isNumber?: boolean;
}

/** Rows of a table, one sample each: how it came out, and below it the features that deviate most. */
export function SampleTable({ predictions, samples, order, onOrder }: SampleTableProps) {
  const { listProps, itemProps } = useSampleItems(samples);
  const columns = predictions.outcome.kind === 'class' ? classColumns() : valueColumns();
  return (
    <table class="sample-table" {...listProps}>
      <caption class="visually-hidden">
        {t('Samples. A head sorts by its column; the row below each sample has its features.')}
      </caption>
      <thead>
        <tr>
          {columns.map(column => (
            <ColumnHead key={column.by} column={column} order={order} onOrder={onOrder} />
          ))}
        </tr>
      </thead>
      {samples.map(sample => (
        <tbody key={sample.index} data-sample={sample.row}>
          <tr {...(itemProps(sample) as HTMLAttributes<HTMLTableRowElement>)}>
            {columns.map(({ by, text, isNumber }) => (
              <td
                key={by}
                class={isNumber ? 'sample-cell number' : 'sample-cell strong'}
                title={text(sample)}
              >
                {text(sample)}
              </td>
            ))}
          </tr>
          <tr>
            <td class="sample-details" colSpan={columns.length}>
              <Deviations cells={sample.cells.slice(0, nShownCells)} />
              <div class="sample-foot">
                <Tags names={tagsOf(predictions, sample.index)} />
                <SampleActions sample={sample} />
                <MoreCells cells={sample.cells} />
              </div>
            </td>
          </tr>
        </tbody>
      ))}
    </table>
  );
}

interface ColumnHeadProps extends Pick<SampleTableProps, 'order' | 'onOrder'> {
  readonly column: ColumnOf;
}

function ColumnHead({ column: { by, title, isNumber }, order, onOrder }: ColumnHeadProps) {
  const direction = order.isDescending ? 'descending' : 'ascending';
  const isSorted = order.by === by;
  return (
    <th
      scope="col"
      class={isNumber ? 'sample-head number' : 'sample-head'}
      aria-sort={isSorted ? direction : 'none'}
    >
      <button
        type="button"
        title={t('Sort by this column')}
        onClick={() => onOrder(orderByColumn(order, by))}
      >
        {title}
        <span aria-hidden="true">{isSorted ? (order.isDescending ? ' ▾' : ' ▴') : ''}</span>
      </button>
    </th>
  );
}

/** Beside one another, as there is room. */
const Deviations = ({ cells }: { readonly cells: readonly Cell[] }) => (
  <dl class="deviations">
    {cells.map(cell => (
      <div key={cell.name} title={`${cell.name}: ${cell.text}`}>
        <dt>{cell.name}</dt>
        <dd>{cellText(cell)}</dd>
        {cell.deviation !== null && (
          <dd class="muted" title={t('standard deviations from the mean of the training part')}>
            z {formatDeviation(cell.deviation)}
          </dd>
        )}
      </div>
    ))}
  </dl>
);

type PredictionOf<K> = Extract<Sample['prediction'], { kind: K }>;
const ofClass = ({ prediction }: Sample) => prediction as PredictionOf<'class'>;
const ofValue = ({ prediction }: Sample) => prediction as PredictionOf<'value'>;

const loss = (): ColumnOf => ({
  by: 'loss',
  title: t('loss'),
  text: sample => formatLoss(sample.loss),
  isNumber: true,
});

const classColumns = (): ColumnOf[] => [
  { by: 'trueClass', title: t('true'), text: sample => ofClass(sample).trueClass },
  { by: 'predictedClass', title: t('predicted'), text: sample => ofClass(sample).predictedClass },
  {
    by: 'probabilityOfTrue',
    title: t('p(true)'),
    text: sample => formatProbability(ofClass(sample).probabilityOfTrue),
    isNumber: true,
  },
  {
    by: 'probabilityOfPredicted',
    title: t('p(predicted)'),
    text: sample => formatProbability(ofClass(sample).probabilityOfPredicted),
    isNumber: true,
  },
  loss(),
];

const valueColumns = (): ColumnOf[] => [
  {
    by: 'trueValue',
    title: t('true'),
    text: sample => formatValue(ofValue(sample).trueValue),
    isNumber: true,
  },
  {
    by: 'predictedValue',
    title: t('predicted'),
    text: sample => formatValue(ofValue(sample).predictedValue),
    isNumber: true,
  },
  {
    by: 'residual',
    title: t('off by'),
    text: sample => formatValue(ofValue(sample).predictedValue - ofValue(sample).trueValue),
    isNumber: true,
  },
  loss(),
];
