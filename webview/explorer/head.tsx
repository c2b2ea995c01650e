import type { RunSummary, RunView } from '../../src/protocol';
import { CommandButton } from '../parts/commandButton';
import { Notice, RunMessage } from '../parts/notice';
import { isLive, progressText, summaryText } from '../runText';
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
      <p class="summary">{summaryText(run)}</p>
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

function RunButtons({ run: { status, readOnly } }: { readonly run: RunSummary }) {
  const canGoOn = !readOnly && (status === 'stopped' || status === 'interrupted');
  return (
    <div class="buttons">
      {!isLive(status) && <CommandButton command="train" icon="train" label="Train" />}
      {status === 'running' && <CommandButton command="pause" icon="pause" label="Pause" secondary />}
      {canGoOn && <CommandButton command="resume" icon="resume" label="Resume" secondary />}
      {status === 'paused' && <CommandButton command="resume" icon="resume" label="Resume" />}
      {isLive(status) && <CommandButton command="stop" icon="stop" label="Stop" secondary />}
    </div>
  );
}
