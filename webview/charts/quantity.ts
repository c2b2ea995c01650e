/** The two quantities that have curves: where their values stand and how they are written. */
import type { EpochMetrics } from '../../src/protocol';
import { formatExactLoss, formatLoss, formatPercent, formatShort } from '../format';

export interface Quantity {
  readonly name: 'loss' | 'accuracy';
  train(metrics: EpochMetrics): number | null;
  validation(metrics: EpochMetrics): number | null;
  format(value: number | null): string;
  formatExact(value: number | null): string;
  formatTick(value: number): string;
}

export const loss: Quantity = {
  name: 'loss',
  train: metrics => metrics.loss,
  validation: metrics => metrics.valLoss,
  format: formatLoss,
  formatExact: formatExactLoss,
  formatTick: formatShort,
};

export const accuracy: Quantity = {
  name: 'accuracy',
  train: metrics => metrics.accuracy,
  validation: metrics => metrics.valAccuracy,
  format: value => formatPercent(value),
  formatExact: value => formatPercent(value, 2),
  formatTick: value => formatPercent(value, 0),
};
