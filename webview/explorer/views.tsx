import '@vscode-elements/elements/dist/vscode-tab-header/index.js';
import '@vscode-elements/elements/dist/vscode-tab-panel/index.js';
import '@vscode-elements/elements/dist/vscode-tabs/index.js';
import type { VscodeTabs } from '@vscode-elements/elements/dist/vscode-tabs/vscode-tabs.js';
import type { ComponentChildren } from 'preact';
import { useMediaQuery } from '../hooks';
import { Guard } from '../parts/guard';
import { useExplorer } from './context';
import { curves, type ExplorerView, explorerViews, samples } from './viewList';

/** The views behind their tabs; only what is seen is drawn. Where there is room, the samples stand beside the chosen one. */
export function Views() {
  const { run, chosen } = useExplorer();
  const isWide = useMediaQuery('(min-width: 900px)');
  const views = explorerViews.filter(view => (view.suits?.(run) ?? true) && !(isWide && view === samples));
  const shown = views.find(({ name }) => name === chosen) ?? views[0]!;
  return (
    <div class={isWide ? 'columns' : 'column'}>
      <Tabs key={String(isWide)} views={views} shown={shown}>
        <Guard key={shown.name}>
          <shown.Content />
        </Guard>
        {/* The first look after Train: how it went, and below where it fails. */}
        {!isWide && shown === curves && (
          <Guard>
            <samples.Content />
          </Guard>
        )}
      </Tabs>
      {isWide && (
        <div class="pane">
          <Guard>
            <samples.Content />
          </Guard>
        </div>
      )}
    </div>
  );
}

interface TabsProps {
  readonly views: readonly ExplorerView[];
  readonly shown: ExplorerView;
  readonly children: ComponentChildren;
}

/** The element itself lets the last tabs of a narrow panel run out of sight. */
function wrap(tabs: VscodeTabs | null) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('.tablist { flex-wrap: wrap; }');
  void tabs?.updateComplete.then(() => tabs.shadowRoot?.adoptedStyleSheets.push(sheet));
}

function Tabs({ views, shown, children }: TabsProps) {
  const { show } = useExplorer();
  return (
    <vscode-tabs
      ref={wrap}
      class="pane"
      selectedIndex={views.indexOf(shown)}
      onvsc-tabs-select={event => show((views[event.detail.selectedIndex] ?? shown).name)}
    >
      {views.map(({ name, title }) => (
        <vscode-tab-header key={name} slot="header" data-tab={name}>
          {title()}
        </vscode-tab-header>
      ))}
      {views.map(view => (
        <vscode-tab-panel key={view.name}>{view === shown && children}</vscode-tab-panel>
      ))}
    </vscode-tabs>
  );
}
