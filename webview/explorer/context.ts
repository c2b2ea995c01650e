import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ModelAt, RunSummary, RunView } from '../../src/protocol';
import type { Focus, FocusAction } from '../focus';
import type { ViewState } from '../store';

/** What every view of the Model Explorer is about. */
export interface ExplorerContext {
  readonly view: RunView;
  readonly run: RunSummary;
  /** All that the list has, and the epochs of those that are compared with this one. */
  readonly runs: readonly RunSummary[];
  readonly compared: ViewState['compared'];
  readonly focus: Focus;
  readonly dispatch: (action: FocusAction) => void;
  /** The model that the focus means. */
  readonly at: ModelAt;
  /** Changes when the model of `at` may have become another one. */
  readonly version: string;
  /** Name of the view that is shown. */
  readonly chosen: string;
  readonly show: (view: string) => void;
  /** Whether this run has a view of that name. */
  readonly has: (view: string) => boolean;
  /** The data files say something else than when the run began. */
  readonly isDataChanged: boolean;
}

const context = createContext<ExplorerContext | null>(null);
export const ExplorerProvider = context.Provider;

export function useExplorer(): ExplorerContext {
  const value = useContext(context);
  if (!value) throw new Error('outside of the Model Explorer');
  return value;
}
