/** A run in words. */
import type { Adjustment, RunStatus, RunSummary } from '../src/protocol';
import { formatClock, formatCount, formatDuration, formatLoss, formatPercent, formatRate } from './format';

export const isLive = (status: RunStatus): boolean => status === 'running' || status === 'paused';

/** 'digits · run 7' */
export function runTitle(run: RunSummary): string {
  return `${run.configurationFile.replace(/\.model\.(ya?ml|jsonc?)$/, '')} · ${run.name}`;
}

/** Where the run stands: 'epoch 12 / 30 · 0:04 left', 'stopped after epoch 12'. */
export function progressText(run: RunSummary): string {
  const epochs = `${formatCount(run.lastEpoch)} / ${formatCount(run.plannedEpochs)}`;
  switch (run.status) {
    case 'running':
      return run.lastEpoch === 0 ? 'starting…' : `epoch ${epochs} · ${formatClock(timeLeftMs(run))} left`;
    case 'paused':
      return ['paused', `epoch ${epochs}`, ...stepText(run)].join(' · ');
    case 'finished':
      return `finished · ${plural(run.lastEpoch, 'epoch')} · ${formatDuration(run.elapsedMs)}`;
    default:
      return run.lastEpoch === 0
        ? `${run.status} before the first epoch`
        : `${run.status} after epoch ${epochs}`;
  }
}

/** Where a paused run stands between its epochs, so that single steps are seen. */
function stepText({ lastStep }: RunSummary): string[] {
  return lastStep ? [`step ${formatCount(lastStep.step)}`, `batch loss ${formatLoss(lastStep.loss)}`] : [];
}

/** 'learning_rate 0.1 → 0.05' */
export const adjustmentText = ({ key, from, to }: Adjustment): string =>
  `${key} ${formatRate(from)} → ${formatRate(to)}`;

/** What came of the run, and what it took. */
export function summaryText(run: RunSummary): string {
  return [
    ...bestText(run),
    formatDuration(run.elapsedMs),
    plural(run.nParameters, 'parameter'),
    run.kernel,
  ].join(' · ');
}

function bestText({ best, lastEpoch, task }: RunSummary): string[] {
  if (!best) return ['no epoch yet'];
  const hasValidation = best.valLoss !== null;
  const part = hasValidation ? 'validation' : 'training';
  const accuracy = hasValidation ? best.valAccuracy : best.accuracy;
  const loss = formatLoss(hasValidation ? best.valLoss : best.loss);
  return [
    `best epoch ${formatCount(best.epoch)} of ${formatCount(lastEpoch)}`,
    ...(task === 'classification'
      ? [`${part} accuracy ${formatPercent(accuracy)}`, `loss ${loss}`]
      : [`${part} loss ${loss}`]),
  ];
}

/** Epochs take about equally long, so the rest is told from the mean. */
function timeLeftMs(run: RunSummary): number {
  return (run.elapsedMs / run.lastEpoch) * Math.max(0, run.plannedEpochs - run.lastEpoch);
}

export function plural(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}
