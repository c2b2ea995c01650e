/** What a view knows, as a pure function of the messages that came. */
import type {
  ComparedRun,
  EpochMetrics,
  HostMessage,
  ProgressEvent,
  RunSummary,
  RunView,
} from '../src/protocol';
import { extended, extendedEpochs, withoutDetails } from '../src/thin';

export interface ViewState {
  /** False until the host has said what there is: an empty page must not claim that there is no run. */
  readonly hydrated: boolean;
  readonly view: RunView | null;
  readonly runs: readonly RunSummary[];
  /** Folders of runs whose data say something else by now. */
  readonly changedData: readonly string[];
  /** Epochs of other runs, by run folder, that were asked for to be compared. */
  readonly compared: ReadonlyMap<string, readonly EpochMetrics[]>;
}

export const initialState: ViewState = {
  hydrated: false,
  view: null,
  runs: [],
  changedData: [],
  compared: new Map(),
};

/** Answers are no news: they go to who asked. */
export type News = Exclude<HostMessage, { type: 'answer' }>;

export function reduce(state: ViewState, message: News): ViewState {
  switch (message.type) {
    case 'hydrate':
      return { ...state, hydrated: true, view: message.view, runs: message.runs };
    case 'append':
      return append(state, message.progress);
    case 'compared':
      return { ...state, compared: withCompared(state.compared, message.compared) };
    case 'runs':
      return renewed({ ...state, runs: message.runs });
    case 'configuration':
      if (!state.view || state.view.run.folder !== message.runFolder) return state;
      return { ...state, view: { ...state.view, configuration: message.state } };
    case 'data': {
      const others = state.changedData.filter(folder => folder !== message.runFolder);
      return { ...state, changedData: message.isChanged ? [...others, message.runFolder] : others };
    }
  }
}

function append(before: ViewState, { run, epochs, steps }: ProgressEvent): ViewState {
  const state = {
    ...before,
    runs: replaceRun(before.runs, run),
    compared: grown(before.compared, run.folder, epochs),
  };
  if (!state.view || state.view.run.folder !== run.folder) return state;
  return {
    ...state,
    view: {
      ...state.view,
      run,
      epochs: extendedEpochs(state.view.epochs, epochs),
      steps: extended(state.view.steps, steps, ({ step }) => step),
    },
  };
}

type Compared = ViewState['compared'];

const withCompared = (known: Compared, runs: readonly ComparedRun[]): Compared =>
  new Map([...known, ...runs.map(({ runFolder, epochs }) => [runFolder, epochs] as const)]);

/** A run that is compared and trains goes on growing. */
function grown(compared: Compared, folder: string, more: readonly EpochMetrics[]): Compared {
  const epochs = compared.get(folder);
  if (!epochs || more.length === 0) return compared;
  return new Map([...compared, [folder, extended(epochs, more.map(withoutDetails), ({ epoch }) => epoch)]]);
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
