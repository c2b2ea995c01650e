import type { RunSummary, RunView } from '../../src/protocol';
import { formatRate } from '../format';
import { CommandButton } from '../parts/commandButton';
import { Notice, RunMessage } from '../parts/notice';
import { isLive, progressText, summaryText } from '../runText';
import { EditsBanner } from './editsBanner';
import { RunPicker } from './runPicker';

interface HeadProps {
  readonly view: RunView;
  readonly runs: readonly RunSummary[];
}

/** Which run this is, what can be done with it, and what came of it. */
export function Head({ view: { run, configuration }, runs }: HeadProps) {
  return (
    <header class="head">
      <div class="head-line">
        <span class="configuration-file">{run.configurationFile}</span>
        <span aria-hidden="true">▸</span>
        <RunPicker run={run} runs={runs} />
        <span class="muted">{isLive(run.status) ? progressText(run) : run.status}</span>
        <RunButtons run={run} />
      </div>
      <EditsBanner>
        <p class="summary">{summaryText(run)}</p>
      </EditsBanner>
      <RunMessage run={run} />
      {configuration === 'missing' && (
        <Notice kind="info">The configuration of this run was deleted or moved</Notice>
      )}
      {configuration === 'changed' && (
        <div class="head-line">
          <Notice kind="info">Configuration changed since this run</Notice>
          <CommandButton command="train" icon="train" label="Train again" secondary />
        </div>
      )}
    </header>
  );
}

function RunButtons({ run }: { readonly run: RunSummary }) {
  const { status, readOnly } = run;
  const canGoOn = !readOnly && (status === 'stopped' || status === 'interrupted');
  return (
    <div class="buttons">
      {!isLive(status) && <CommandButton command="train" icon="train" label="Train" />}
      {status === 'running' && <CommandButton command="pause" icon="pause" label="Pause" secondary />}
      {canGoOn && <CommandButton command="resume" icon="resume" label="Resume" secondary />}
      {status === 'paused' && <CommandButton command="resume" icon="resume" label="Resume" />}
      {isLive(status) && <LiveButtons rate={run.adjustable.learning_rate} />}
    </div>
  );
}

/** They stay where they are while a run pauses and goes on, so that one can be pressed again and again. */
function LiveButtons({ rate }: { readonly rate: number | undefined }) {
  return (
    <>
      <CommandButton command="step" icon="step" label="Step" title="One step, then pause" secondary />
      <CommandButton
        command="runEpoch"
        icon="runEpoch"
        label="Epoch"
        title="Run to the end of the epoch, then pause"
        secondary
      />
      <CommandButton command="stop" icon="stop" label="Stop" secondary />
      {rate !== undefined && (
        <CommandButton
          command="changeLearningRate"
          icon="change"
          label={`Rate ${formatRate(rate)}`}
          title="Change the learning rate from the next step on"
          secondary
        />
      )}
    </>
  );
}
