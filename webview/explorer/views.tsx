import '@vscode-elements/elements/dist/vscode-tab-header/index.js';
import '@vscode-elements/elements/dist/vscode-tab-panel/index.js';
import '@vscode-elements/elements/dist/vscode-tabs/index.js';
import type { ComponentChildren } from 'preact';
import type { Inspection, RunSummary, RunView } from '../../src/protocol';
import { RunCurves } from '../charts/runCurves';
import { useChoice } from '../hooks';
import type { ViewState } from '../store';
import type { WaitingText } from './waitingText';
import { Weights } from './weights';

type ViewName = 'Curves' | 'Weights' | 'Samples';

interface ViewsProps {
  readonly view: RunView;
  readonly runs: readonly RunSummary[];
  readonly compared: ViewState['compared'];
  readonly inspection: Inspection | null;
  readonly waiting: WaitingText;
  readonly samples: ComponentChildren;
  /** There is a second column, and the samples stand there. */
  readonly isWide: boolean;
}

/** The views behind their tabs; only the chosen one is drawn. */
export function Views({ view, runs, compared, inspection, waiting, samples, isWide }: ViewsProps) {
  const [chosen, choose] = useChoice<ViewName>('view', 'Curves');
  const names: readonly ViewName[] = isWide ? ['Curves', 'Weights'] : ['Curves', 'Weights', 'Samples'];
  const shown = names.includes(chosen) ? chosen : 'Curves';
  const content = {
    Curves: () => (
      <>
        <RunCurves key={view.run.folder} view={view} runs={runs} compared={compared} />
        {!isWide && samples}
      </>
    ),
    Weights: () => <Weights view={view} inspection={inspection} waiting={waiting} />,
    Samples: () => samples,
  };
  return (
    <vscode-tabs
      class="pane"
      selectedIndex={names.indexOf(shown)}
      onvsc-tabs-select={event => choose(names[event.detail.selectedIndex] ?? 'Curves')}
    >
      {names.map(name => (
        <vscode-tab-header key={name} slot="header" data-tab={name}>
          {name}
        </vscode-tab-header>
      ))}
      {names.map(name => (
        <vscode-tab-panel key={name}>{name === shown && content[name]()}</vscode-tab-panel>
      ))}
    </vscode-tabs>
  );
}
