import './learningCurves.css';
import { RunCurves } from './charts/runCurves';
import { execute } from './host';
import { t } from './l10n';
import { EmptyState } from './parts/emptyState';
import { RunMessage } from './parts/notice';
import { progressText, runTitle } from './runText';
import type { ViewState } from './store';

/** The side panel: how the run goes, in one line and two charts. */
export function LearningCurves({ state }: { readonly state: ViewState }) {
  if (!state.hydrated) return null;
  if (!state.view) return <EmptyState />;
  const { view } = state;
  const { run } = view;
  return (
    <>
      <button
        type="button"
        class="run-line"
        data-testid="run-line"
        title={t('Show Model Explorer')}
        onClick={() => execute('showExplorer')}
      >
        <span>{runTitle(run)}</span>
        <span class="muted">{progressText(run)}</span>
      </button>
      <RunMessage run={run} />
      <RunCurves key={run.folder} view={view} />
    </>
  );
}
