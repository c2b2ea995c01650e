/** The quantities that have curves: where their values stand and how they are written. */
import type { EpochMetrics } from '../../src/protocol';
import { formatExactLoss, formatLoss, formatPercent, formatRate, formatShort, formatTick } from '../format';
import { t } from '../l10n';

export interface Quantity {
  readonly name: 'loss' | 'accuracy' | 'learning rate';
  /** For a person. */
  title(): string;
  train(metrics: EpochMetrics): number | null;
  /** null: it is not measured over the validation part. */
  readonly validation: ((metrics: EpochMetrics) => number | null) | null;
  format(value: number | null): string;
  formatExact(value: number | null): string;
  /** @param decimals with which two neighbours differ */
  formatTick(value: number, decimals: number): string;
}

export const loss: Quantity = {
  name: 'loss',
  title: () => t('loss'),
  train: metrics => metrics.loss,
  validation: metrics => metrics.valLoss,
  format: formatLoss,
  formatExact: formatExactLoss,
  formatTick,
};

export const accuracy: Quantity = {
  name: 'accuracy',
  title: () => t('accuracy'),
  train: metrics => metrics.accuracy,
  validation: metrics => metrics.valAccuracy,
  format: value => formatPercent(value),
  formatExact: value => formatPercent(value, 2),
  formatTick: (value, decimals) => formatPercent(value, Math.max(0, decimals - 2)),
};

export const learningRate: Quantity = {
  name: 'learning rate',
  title: () => t('learning rate'),
  train: metrics => metrics.learningRate,
  validation: null,
  format: formatRate,
  formatExact: formatRate,
  formatTick: value => formatShort(value),
};
