/** The custom elements that the views use, as JSX knows them. */
import type { VscodeButton } from '@vscode-elements/elements/dist/vscode-button/vscode-button.js';
import type { VscodeTabHeader } from '@vscode-elements/elements/dist/vscode-tab-header/vscode-tab-header.js';
import type { VscodeTabPanel } from '@vscode-elements/elements/dist/vscode-tab-panel/vscode-tab-panel.js';
import type {
  VscodeTabs,
  VscTabsSelectEvent,
} from '@vscode-elements/elements/dist/vscode-tabs/vscode-tabs.js';
import type { HTMLAttributes } from 'preact';

type Props<E extends HTMLElement, K extends keyof E = never> = HTMLAttributes<E> & Partial<Pick<E, K>>;

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'vscode-button': Props<VscodeButton, 'secondary' | 'disabled'>;
      'vscode-tab-header': Props<VscodeTabHeader>;
      'vscode-tab-panel': Props<VscodeTabPanel>;
      'vscode-tabs': Props<VscodeTabs, 'selectedIndex'> & {
        'onvsc-tabs-select'?: (event: VscTabsSelectEvent) => void;
      };
    }
  }
}
