/** What a view knows, as a pure function of the messages that came. */
import type { HostMessage, Inspection, ProgressEvent, RunSummary, RunView } from '../src/protocol';

export interface ViewState {
  /** False until the host has said what there is: an empty page must not claim that there is no run. */
  readonly hydrated: boolean;
  readonly view: RunView | null;
  readonly runs: readonly RunSummary[];
  readonly inspection: Inspection | null;
  readonly inspectionFailure: string | null;
}

export const initialState: ViewState = {
  hydrated: false,
  view: null,
  runs: [],
  inspection: null,
  inspectionFailure: null,
};

/** Beyond this many points a line looks the same with half of them. */
const maxPoints = 8192;

export function reduce(state: ViewState, message: HostMessage): ViewState {
  switch (message.type) {
    case 'hydrate':
      return hydrate(state, message.view, message.runs);
    case 'append':
      return append(state, message.progress);
    case 'runs':
      return { ...state, runs: message.runs };
    case 'configurationChanged':
      if (!state.view || state.view.run.id !== message.runId) return state;
      return { ...state, view: { ...state.view, configurationChanged: message.changed } };
    case 'inspection':
      if (state.view?.run.id !== message.inspection.runId) return state;
      return { ...state, inspection: message.inspection, inspectionFailure: null };
    case 'inspectionFailed':
      if (state.view?.run.id !== message.runId) return state;
      return { ...state, inspectionFailure: message.message };
  }
}

/** Weights and samples of the same run stay on screen until fresher ones come. */
function hydrate(state: ViewState, view: RunView | null, runs: readonly RunSummary[]): ViewState {
  const isSameRun = view !== null && view.run.id === state.view?.run.id;
  return {
    hydrated: true,
    view: view && { ...view, epochs: thin(view.epochs), steps: thin(view.steps) },
    runs,
    inspection: isSameRun ? state.inspection : null,
    inspectionFailure: isSameRun ? state.inspectionFailure : null,
  };
}

function append(state: ViewState, { run, epochs, steps }: ProgressEvent): ViewState {
  const runs = replaceRun(state.runs, run);
  if (!state.view || state.view.run.id !== run.id) return { ...state, runs };
  return {
    ...state,
    runs,
    view: {
      ...state.view,
      run,
      epochs: thin(concatLater(state.view.epochs, epochs, metrics => metrics.epoch)),
      steps: thin(concatLater(state.view.steps, steps, stepLoss => stepLoss.step)),
    },
  };
}

function replaceRun(runs: readonly RunSummary[], run: RunSummary): readonly RunSummary[] {
  const isKnown = runs.some(known => known.id === run.id);
  return isKnown ? runs.map(known => (known.id === run.id ? run : known)) : [run, ...runs];
}

/** Appends what lies beyond the last item: a hydrate may already hold what an append brings again. */
function concatLater<T>(
  items: readonly T[],
  added: readonly T[],
  position: (item: T) => number,
): readonly T[] {
  const later: T[] = [];
  let last = items.length > 0 ? position(items.at(-1)!) : Number.NEGATIVE_INFINITY;
  for (const item of added) {
    if (position(item) <= last) continue;
    later.push(item);
    last = position(item);
  }
  return later.length > 0 ? [...items, ...later] : items;
}

/** Every second point goes, until few enough are left; the ends stay. */
function thin<T>(items: readonly T[]): readonly T[] {
  let kept = items;
  while (kept.length > maxPoints) kept = everySecond(kept);
  return kept;
}

const everySecond = <T>(items: readonly T[]) => items.filter((_, i) => i % 2 === 0 || i === items.length - 1);
