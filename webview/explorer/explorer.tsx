import './explorer.css';
import { useMediaQuery } from '../hooks';
import { EmptyState } from '../parts/emptyState';
import type { ViewState } from '../store';
import { Head } from './head';
import { Samples } from './samples';
import { Views } from './views';
import { waitingText } from './waitingText';

/** The editor panel: one run with its curves, weights and samples. */
export function Explorer({ state }: { readonly state: ViewState }) {
  const isWide = useMediaQuery('(min-width: 900px)');
  if (!state.hydrated) return null;
  const { view, runs, compared, inspection } = state;
  if (!view) return <EmptyState />;

  const waiting = waitingText(view.run, state.inspectionFailure);
  const samples = <Samples key={view.run.folder} run={view.run} inspection={inspection} waiting={waiting} />;
  return (
    <>
      <Head view={view} runs={runs} />
      <div class={isWide ? 'columns' : 'column'}>
        <Views
          key={String(isWide)}
          view={view}
          runs={runs}
          compared={compared}
          inspection={inspection}
          waiting={waiting}
          samples={samples}
          isWide={isWide}
        />
        {isWide && <div class="pane">{samples}</div>}
      </div>
    </>
  );
}
