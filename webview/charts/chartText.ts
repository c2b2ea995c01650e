import type { EpochMetrics, RunView } from '../../src/protocol';
import { formatCount } from '../format';
import { adjustmentText, runTitle } from '../runText';
import type { CurveSet } from './curves';
import type { Quantity } from './quantity';

/** 'train 0.212, validation 0.274' */
export function valuesText(quantity: Quantity, metrics: EpochMetrics, hasValidation: boolean): string {
  const train = `train ${quantity.format(quantity.train(metrics))}`;
  return hasValidation ? `${train}, validation ${quantity.format(quantity.validation(metrics))}` : train;
}

/** The chart as a sentence, for those who do not see it. */
export function chartText({ run, epochs }: RunView, quantity: Quantity, curves: CurveSet): string {
  const last = epochs.at(-1);
  if (!last) return `${quantity.name} of ${runTitle(run)}: no epoch yet.`;
  const hasValidation = curves.validation !== null;
  const parts = [`epoch ${formatCount(last.epoch)}: ${valuesText(quantity, last, hasValidation)}`];
  if (run.best) {
    parts.push(`best epoch ${formatCount(run.best.epoch)}: ${valuesText(quantity, run.best, hasValidation)}`);
  }
  if (curves.reference) parts.push(curves.reference.meaning);
  for (const change of run.adjustments)
    parts.push(`${adjustmentText(change)} after step ${formatCount(change.step)}`);
  return `${quantity.name} of ${runTitle(run)} over ${formatCount(last.epoch)} epochs; ${parts.join('; ')}.`;
}
