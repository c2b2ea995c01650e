import type { RunSummary } from '../../src/protocol';
import { formatRate } from '../format';
import { post } from '../host';
import { t } from '../l10n';
import { CommandButton } from '../parts/commandButton';
import { isLive } from '../runText';

/** What can be done with a run. Each button has its place, whether it can be used or not: none comes under the pointer. */
export function ControlBar({ run }: { readonly run: RunSummary }) {
  const { status, readOnly, adjustable } = run;
  const canGoOn = !readOnly && (status === 'stopped' || status === 'interrupted');
  const isOver = !isLive(status);
  const rate = adjustable.learning_rate;
  return (
    <div class="control-bar">
      <div class="main-control">
        {isOver && <CommandButton command="train" icon="train" label={t('Train')} />}
        {status === 'running' && <CommandButton command="pause" icon="pause" label={t('Pause')} secondary />}
        {status === 'paused' && <CommandButton command="resume" icon="resume" label={t('Resume')} />}
      </div>
      {canGoOn && <CommandButton command="resume" icon="resume" label={t('Resume')} secondary />}
      <CommandButton
        command="step"
        icon="step"
        label={t('Step')}
        title={t('One step, then pause')}
        disabled={isOver}
        secondary
      />
      <CommandButton
        command="runEpoch"
        icon="runEpoch"
        label={t('Epoch')}
        title={t('Run to the end of the epoch, then pause')}
        disabled={isOver}
        secondary
      />
      <CommandButton command="stop" icon="stop" label={t('Stop')} disabled={isOver} secondary />
      {rate !== undefined && <LearningRate rate={rate} disabled={isOver} />}
    </div>
  );
}

interface LearningRateProps {
  readonly rate: number;
  readonly disabled: boolean;
}

/** As it is now, not what was configured; what the schedule makes of it is in the curves. */
function LearningRate({ rate, disabled }: LearningRateProps) {
  return (
    <div class="rate-control">
      <button
        type="button"
        class="link"
        data-open-key="training.learning_rate"
        title={t('Show learning_rate in the configuration')}
        onClick={() => post({ type: 'openKey', key: 'training.learning_rate' })}
      >
        {t('rate')}
      </button>
      <CommandButton
        command="changeLearningRate"
        label={formatRate(rate)}
        title={t('Change the learning rate from the next step on')}
        disabled={disabled}
        secondary
      />
      <CommandButton
        command="lowerLearningRate"
        label="÷2"
        title={t('Halve the learning rate from the next step on')}
        disabled={disabled}
        secondary
      />
      <CommandButton
        command="raiseLearningRate"
        label="×2"
        title={t('Double the learning rate from the next step on')}
        disabled={disabled}
        secondary
      />
    </div>
  );
}
