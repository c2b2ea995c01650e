/** What a view knows, as a pure function of the messages that came. */
import type { HostMessage, ProgressEvent, RunSummary, RunView } from '../src/protocol';
import { extended } from '../src/thin';

export interface ViewState {
  /** False until the host has said what there is: an empty page must not claim that there is no run. */
  readonly hydrated: boolean;
  readonly view: RunView | null;
  readonly runs: readonly RunSummary[];
}

export const initialState: ViewState = {
  hydrated: false,
  view: null,
  runs: [],
};

/** Answers are no news: they go to who asked. */
export type News = Exclude<HostMessage, { type: 'answer' }>;

export function reduce(state: ViewState, message: News): ViewState {
  switch (message.type) {
    case 'hydrate':
      return { hydrated: true, view: message.view, runs: message.runs };
    case 'append':
      return append(state, message.progress);
    case 'runs':
      return renewed({ ...state, runs: message.runs });
    case 'configuration':
      if (!state.view || state.view.run.folder !== message.runFolder) return state;
      return { ...state, view: { ...state.view, configuration: message.state } };
  }
}

function append(state: ViewState, { run, epochs, steps }: ProgressEvent): ViewState {
  const runs = replaceRun(state.runs, run);
  if (!state.view || state.view.run.folder !== run.folder) return { ...state, runs };
  return {
    ...state,
    runs,
    view: {
      ...state.view,
      run,
      epochs: extended(state.view.epochs, epochs, ({ epoch }) => epoch),
      steps: extended(state.view.steps, steps, ({ step }) => step),
    },
  };
}

function replaceRun(runs: readonly RunSummary[], run: RunSummary): readonly RunSummary[] {
  const isKnown = runs.some(known => known.folder === run.folder);
  return isKnown ? runs.map(known => (known.folder === run.folder ? run : known)) : [run, ...runs];
}

/** The shown run as the list knows it now: under another name, perhaps, or ended. */
function renewed(state: ViewState): ViewState {
  const { view, runs } = state;
  const run = view && runs.find(({ folder }) => folder === view.run.folder);
  return run ? { ...state, view: { ...view, run } } : state;
}
