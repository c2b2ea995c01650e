/** A run in words. */
import type { Adjustment, RunStatus, RunSummary } from '../src/protocol';
import { formatClock, formatCount, formatDuration, formatLoss, formatPercent, formatRate } from './format';
import { t } from './l10n';

export const isLive = (status: RunStatus): boolean => status === 'running' || status === 'paused';

/** 'digits · run 7' */
export function runTitle(run: RunSummary): string {
  return `${run.configurationFile.replace(/\.model\.(ya?ml|jsonc?)$/, '')} · ${run.name}`;
}

export const statusText = (status: RunStatus): string =>
  ({
    running: t('running'),
    paused: t('paused'),
    finished: t('finished'),
    stopped: t('stopped'),
    diverged: t('diverged'),
    failed: t('failed'),
    interrupted: t('interrupted'),
  })[status];

/** Where the run stands: 'epoch 12 / 30 · 0:04 left', 'stopped after epoch 12'. */
export function progressText(run: RunSummary): string {
  const { status, lastEpoch } = run;
  const epochs = `${formatCount(lastEpoch)} / ${formatCount(run.plannedEpochs)}`;
  switch (status) {
    case 'running':
      return lastEpoch === 0
        ? t('starting…')
        : [t('epoch {0}', epochs), t('{0} left', formatClock(timeLeftMs(run)))].join(' · ');
    case 'paused':
      return [statusText(status), t('epoch {0}', epochs), ...stepText(run)].join(' · ');
    case 'finished':
      return [statusText(status), epochsText(lastEpoch), formatDuration(run.elapsedMs)].join(' · ');
    default:
      return lastEpoch === 0
        ? t('{0} before the first epoch', statusText(status))
        : t('{0} after epoch {1}', statusText(status), epochs);
  }
}

/** Where a paused run stands between its epochs, so that single steps are seen. */
function stepText({ lastStep }: RunSummary): string[] {
  if (!lastStep) return [];
  return [t('step {0}', formatCount(lastStep.step)), t('batch loss {0}', formatLoss(lastStep.loss))];
}

/** 'learning_rate 0.1 → 0.05' */
export const adjustmentText = ({ key, from, to }: Adjustment): string =>
  `${key} ${formatRate(from)} → ${formatRate(to)}`;

/** What came of the run, and what it took. */
export function summaryText(run: RunSummary): string {
  const parameters =
    run.nParameters === 1 ? t('1 parameter') : t('{0} parameters', formatCount(run.nParameters));
  return [...bestText(run), formatDuration(run.elapsedMs), parameters, run.kernel].join(' · ');
}

function bestText({ best, lastEpoch, task }: RunSummary): string[] {
  if (!best) return [t('no epoch yet')];
  const epoch = t('best epoch {0} of {1}', formatCount(best.epoch), formatCount(lastEpoch));
  const hasValidation = best.valLoss !== null;
  const loss = formatLoss(hasValidation ? best.valLoss : best.loss);
  if (task !== 'classification')
    return [epoch, hasValidation ? t('validation loss {0}', loss) : t('training loss {0}', loss)];
  const accuracy = formatPercent(hasValidation ? best.valAccuracy : best.accuracy);
  return [
    epoch,
    hasValidation ? t('validation accuracy {0}', accuracy) : t('training accuracy {0}', accuracy),
    t('loss {0}', loss),
  ];
}

/** Epochs take about equally long, so the rest is told from the mean. */
function timeLeftMs(run: RunSummary): number {
  return (run.elapsedMs / run.lastEpoch) * Math.max(0, run.plannedEpochs - run.lastEpoch);
}

const epochsText = (n: number): string => (n === 1 ? t('1 epoch') : t('{0} epochs', formatCount(n)));
