import type { EpochMetrics, RunView } from '../../src/protocol';
import { formatCount } from '../format';
import { t } from '../l10n';
import { runTitle } from '../runText';
import type { ChartFrame } from './frame';
import type { Quantity } from './quantity';

/** 'train 0.212, validation 0.274' */
export function valuesText(quantity: Quantity, metrics: EpochMetrics, hasValidation: boolean): string {
  const train = t('train {0}', quantity.format(quantity.train(metrics)));
  if (!hasValidation || !quantity.validation) return train;
  return `${train}, ${t('validation {0}', quantity.format(quantity.validation(metrics)))}`;
}

type TextFrame = Pick<ChartFrame, 'quantity' | 'curves' | 'compared'>;

/** The chart as a sentence, for those who do not see it. */
export function chartText({ run, epochs }: RunView, { quantity, curves, compared }: TextFrame): string {
  const last = epochs.at(-1);
  const what = t('{0} of {1}', quantity.title(), runTitle(run));
  if (!last) return t('{0}: no epoch yet.', what);
  const values = (metrics: EpochMetrics) => valuesText(quantity, metrics, curves.validation !== null);
  const parts = [t('epoch {0}: {1}', formatCount(last.epoch), values(last))];
  if (run.best) parts.push(t('best epoch {0}: {1}', formatCount(run.best.epoch), values(run.best)));
  for (const { meaning } of curves.references) parts.push(meaning);
  for (const [i, { text }] of curves.changes.entries())
    parts.push(t('{0} after step {1}', text, formatCount(run.adjustments[i]!.step)));
  if (curves.broken)
    parts.push(t('{0} in epoch {1}', curves.broken.text, formatCount(Math.ceil(curves.broken.epoch))));
  if (compared.length > 0) parts.push(t('with {0} other runs', compared.length));
  return `${t('{0} over {1} epochs', what, formatCount(last.epoch))}; ${parts.join('; ')}.`;
}
