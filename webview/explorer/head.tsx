import type { RunSummary, RunView } from '../../src/protocol';
import { post } from '../host';
import { t } from '../l10n';
import { CommandButton } from '../parts/commandButton';
import { Notice, RunMessage } from '../parts/notice';
import { isLive, progressText, statusText, summaryText } from '../runText';
import { ControlBar } from './controlBar';
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
        <button
          type="button"
          class="link configuration-file"
          disabled={configuration === 'missing'}
          title={t('Open {0}', run.configurationPath)}
          onClick={() => post({ type: 'openKey', key: null })}
        >
          {run.configurationFile}
        </button>
        <span aria-hidden="true">▸</span>
        <RunPicker run={run} runs={runs} />
        <p class="muted progress">{isLive(run.status) ? progressText(run) : statusText(run.status)}</p>
        <ControlBar run={run} />
      </div>
      <EditsBanner>
        <p class="summary">{summaryText(run)}</p>
      </EditsBanner>
      <RunMessage run={run} />
      {configuration === 'missing' && (
        <Notice kind="info">{t('The configuration of this run was deleted or moved')}</Notice>
      )}
      {configuration === 'changed' && (
        <div class="head-line">
          <Notice kind="info">{t('Configuration changed since this run')}</Notice>
          <CommandButton
            command="compareConfiguration"
            label={t('Compare')}
            title={t('What it said then, beside what it says now')}
            secondary
          />
          <CommandButton command="train" icon="train" label={t('Train again')} secondary />
        </div>
      )}
    </header>
  );
}
