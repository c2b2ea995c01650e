import './explorer.css';
import { useEffect, useMemo, useReducer } from 'preact/hooks';
import type { RunView } from '../../src/protocol';
import { keptFocus, reduceFocus, restoredFocus } from '../focus';
import { useChoice } from '../hooks';
import { choices } from '../host';
import { EmptyState } from '../parts/emptyState';
import type { ViewState } from '../store';
import { ExplorerProvider } from './context';
import { Head } from './head';
import { Time } from './time';
import { versionOf } from './version';
import { explorerViews } from './viewList';
import { Views } from './views';

/** The editor panel: one run, and what its model has learned. */
export function Explorer({ state }: { readonly state: ViewState }) {
  const { hydrated, view } = state;
  if (!hydrated) return null;
  return view ? <RunExplorer key={view.run.folder} state={state} view={view} /> : <EmptyState />;
}

interface RunExplorerProps {
  readonly state: ViewState;
  readonly view: RunView;
}

function RunExplorer({ state: { runs, compared, changedData }, view }: RunExplorerProps) {
  const { run } = view;
  const [focus, dispatch] = useReducer(reduceFocus, undefined, () =>
    restoredFocus(choices.read().focus, run.folder, run.nValidation > 0 ? 'validation' : 'train'),
  );
  useEffect(() => choices.write('focus', keptFocus(run.folder, focus)), [focus]);
  const [chosen, show] = useChoice<string>('view', '');
  const { epoch, edits } = focus;
  const at = useMemo(() => ({ runFolder: run.folder, epoch, edits }), [run.folder, epoch, edits]);
  const has = (name: string) => explorerViews.some(view => view.name === name && (view.suits?.(run) ?? true));
  const explorer = {
    view,
    runs,
    compared,
    run,
    focus,
    dispatch,
    at,
    version: versionOf(run, epoch),
    chosen,
    show,
    has,
    isDataChanged: changedData.includes(run.folder),
  };
  return (
    <ExplorerProvider value={explorer}>
      <Head view={view} runs={runs} />
      <Time />
      <Views />
    </ExplorerProvider>
  );
}
