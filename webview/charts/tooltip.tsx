import type { EpochMetrics } from '../../src/protocol';
import { formatCount, formatRate } from '../format';
import { t } from '../l10n';
import type { ChartFrame, ComparedLine } from './frame';
import { comparedAt } from './legend';

/** More other runs than this are in the legend alone. */
const nCompared = 5;

interface TooltipProps {
  readonly frame: ChartFrame;
  readonly metrics: EpochMetrics;
  /** Where the pointer is; of many other runs, the nearest ones are told. */
  readonly value: number | null;
}

/** Exact values, always in the half of the plot where the pointer is not. */
export function Tooltip({ frame, metrics, value }: TooltipProps) {
  const { quantity, curves, x } = frame;
  const middle = x.isLog ? Math.sqrt(x.min * x.max) : (x.min + x.max) / 2;
  return (
    <dl class={`tooltip ${metrics.epoch > middle ? 'left' : 'right'}`}>
      <dt>{t('epoch')}</dt>
      <dd>{formatCount(metrics.epoch)}</dd>
      <dt>{quantity.validation ? t('train') : t('this run')}</dt>
      <dd>{quantity.formatExact(quantity.train(metrics))}</dd>
      {curves.validation && quantity.validation && (
        <>
          <dt>{t('validation')}</dt>
          <dd>{quantity.formatExact(quantity.validation(metrics))}</dd>
        </>
      )}
      {nearestLines(frame, metrics, value).map(([line, at]) => (
        <>
          <dt key={line.run.folder}>{line.run.name}</dt>
          <dd>{quantity.formatExact(at)}</dd>
        </>
      ))}
      {quantity.name !== 'learning rate' && (
        <>
          <dt>{t('learning rate')}</dt>
          <dd>{formatRate(metrics.learningRate)}</dd>
        </>
      )}
    </dl>
  );
}

function nearestLines({ compared, quantity }: ChartFrame, metrics: EpochMetrics, value: number | null) {
  const lines = compared.map((line): [ComparedLine, number | null] => [
    line,
    comparedAt(line, metrics, quantity),
  ]);
  const here = lines.filter(([, at]) => at !== null);
  const distance = (at: number | null) => (value === null ? 0 : Math.abs(at! - value));
  return here.sort(([, a], [, b]) => distance(a) - distance(b)).slice(0, nCompared);
}
