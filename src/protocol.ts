/**
 * The one typed contract between trainer (worker), host and webviews. Types only: nothing here runs.
 * A message that one side forgot to handle is a compile error on that side.
 */
import type { AdjustableKey, AdjustableValues } from './config/adjustable';
import type { Problem } from './config/problem';
import type { ImageShape, Split, Task } from './data/types';
import type { Inquiry, Snapshot } from './protocol/questions';
import type {
  Adjustment,
  EpochMetrics,
  LayerStatistics,
  RunRecord,
  RunStatus,
  RunSummary,
  StepLoss,
} from './runs/record';

export type * from './protocol/backprop';
export type * from './protocol/dataMap';
export type * from './protocol/embeddings';
export type * from './protocol/layers';
export type * from './protocol/plane';
export type * from './protocol/questions';
export type * from './protocol/rates';
export type * from './protocol/samples';
export type * from './protocol/trial';
export type * from './protocol/weights';
export type {
  AdjustableKey,
  AdjustableValues,
  Adjustment,
  EpochMetrics,
  ImageShape,
  LayerStatistics,
  Problem,
  RunRecord,
  RunStatus,
  RunSummary,
  Split,
  StepLoss,
  Task,
};

// ── host ↔ trainer ─────────────────────────────────────────────────────────────────────────────

/** A configuration as text, with the file it came from; relative data paths start at that file's folder. */
export interface ConfigurationSource {
  readonly path: string;
  readonly text: string;
}

/** What to train, and where to. */
export interface TrainParams extends ConfigurationSource, DataAccess {
  /** Keys set beside the text: `training.learning_rate=0.01`. */
  readonly overrides: readonly string[];
  /** The run folder; null makes a new one beside the configuration. */
  readonly folder: string | null;
  /** Go on with the run that lies in `folder`. */
  readonly resume: boolean;
  /** Wait before the first step, to be led on step by step. */
  readonly beginPaused: boolean;
  /** That training may use; 0 is as many as make it faster. */
  readonly threads: number;
}

/** Absolute paths; without a target, the likeliest column is taken. */
export interface CreateParams {
  readonly dataPath: string;
  readonly configurationFolder: string;
  readonly target: string | null;
}

/** Folder that data files must lie in; null where any file may be read (the command line). */
export interface DataAccess {
  readonly allowedFolder: string | null;
}

/** Every request of the host with its parameters and its result; each is answered exactly once. */
export interface TrainerRequests {
  /** Everything that is wrong with the configuration and its data, without training. */
  check: { params: ConfigurationSource & DataAccess; result: readonly Problem[] };
  /** Answered as soon as the run has begun; its course comes as events. */
  train: { params: TrainParams; result: RunSummary };
  pause: { params: null; result: RunStatus };
  resume: { params: null; result: RunStatus };
  stop: { params: null; result: RunStatus };
  /** Like stop, because whoever looks at the run goes away: it may go on later. */
  interrupt: { params: null; result: RunStatus };
  /** One step of a paused run, which stays paused; a running one pauses after its next step. Answered at once. */
  step: { params: null; result: RunStatus };
  /** To the end of the epoch, where the run pauses; answered at once. */
  runEpoch: { params: null; result: RunStatus };
  /** New values, from the next step on; the schedule takes its part of the new learning rate. */
  adjust: { params: AdjustableValues; result: RunStatus };
  /** The text of a configuration for a data file, with what was inferred from its columns. */
  create: { params: CreateParams; result: string };
  /** The curves of a stored run, thinned to what a chart can show: a long one takes time to read. */
  history: { params: { readonly runFolder: string }; result: RunHistory };
  /** Curves of stored runs, to be drawn behind those of another one. */
  compare: { params: { readonly runFolders: readonly string[] }; result: readonly ComparedRun[] };
  /** The weights of the live run: as they are, or of an epoch that is recorded but not yet saved; else null. */
  snapshot: { params: { readonly epoch: number | null }; result: Snapshot | null };
  /** What a view asks about a model: of a live run, whose weights come along, or of a stored one. */
  ask: { params: Inquiry & DataAccess & { readonly live: Snapshot | null }; result: unknown };
}
export type TrainerMethod = keyof TrainerRequests;

export type TrainerRequest = {
  [M in TrainerMethod]: {
    readonly type: 'request';
    readonly id: number;
    readonly method: M;
    readonly params: TrainerRequests[M]['params'];
  };
}[TrainerMethod];

export type TrainerAnswer =
  | { readonly type: 'answer'; readonly id: number; readonly ok: true; readonly result: unknown }
  | { readonly type: 'answer'; readonly id: number; readonly ok: false; readonly failure: Failure };

/** An error in words for a person; `problems` when it lies in the configuration or its data. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly problems?: readonly Problem[];
}

export interface RunHistory {
  readonly epochs: readonly EpochMetrics[];
  readonly steps: readonly StepLoss[];
}

/** A run whose curves are drawn behind those of another one; without epochs when its folder cannot be read. */
export interface ComparedRun {
  readonly runFolder: string;
  readonly epochs: readonly EpochMetrics[];
}

/** At most 30 a second; `epochs` and `steps` are what came since the last one, thinned where they are very many. */
export interface ProgressEvent extends RunHistory {
  readonly type: 'progress';
  readonly run: RunSummary;
}

export type TrainerMessage = TrainerAnswer | ProgressEvent;

// ── host ↔ webview ─────────────────────────────────────────────────────────────────────────────

/** Everything a view needs to draw a run from nothing. */
export interface RunView extends RunHistory {
  readonly run: RunSummary;
  readonly configuration: ConfigurationState;
}

/** Of the configuration file, against what it said when the run began. */
export type ConfigurationState = 'unchanged' | 'changed' | 'missing';

export type HostMessage =
  /** Replaces all that the view knows; null when there is no run to show. */
  | { readonly type: 'hydrate'; readonly view: RunView | null; readonly runs: readonly RunSummary[] }
  | { readonly type: 'append'; readonly progress: ProgressEvent }
  /** Answers `compare`; what comes after it is told by `append`. */
  | { readonly type: 'compared'; readonly compared: readonly ComparedRun[] }
  | { readonly type: 'runs'; readonly runs: readonly RunSummary[] }
  | { readonly type: 'configuration'; readonly runFolder: string; readonly state: ConfigurationState }
  /** Whether the data files say something else than when the run began; told when one of them was saved. */
  | { readonly type: 'data'; readonly runFolder: string; readonly isChanged: boolean }
  /** To an `ask` of that id. */
  | { readonly type: 'answer'; readonly id: number; readonly ok: true; readonly result: unknown }
  | { readonly type: 'answer'; readonly id: number; readonly ok: false; readonly message: string };

export type ViewCommand =
  | 'train'
  | 'stop'
  | 'pause'
  | 'resume'
  | 'step'
  | 'runEpoch'
  | 'changeLearningRate'
  | 'raiseLearningRate'
  | 'lowerLearningRate'
  | 'compareConfiguration'
  | 'showExplorer'
  | 'openExample';

export type ViewMessage =
  /** The view's script has started and listens; answered with `hydrate`. */
  | { readonly type: 'ready' }
  | { readonly type: 'command'; readonly command: ViewCommand }
  | { readonly type: 'selectRun'; readonly runFolder: string }
  | { readonly type: 'openRow'; readonly runFolder: string; readonly split: Split; readonly line: number }
  /** Shows the configuration of the run that the view shows, at a key such as `training.learning_rate`. */
  | { readonly type: 'openKey'; readonly key: string | null }
  /** Asks the person for another label and puts it in its place in the data file. */
  | { readonly type: 'changeLabel'; readonly runFolder: string; readonly split: Split; readonly line: number }
  /** The curves of other runs are wanted; answered with `compared`. */
  | { readonly type: 'compare'; readonly runFolders: readonly string[] }
  /** To a file that the person chooses, beside the configuration at first. */
  | {
      readonly type: 'save';
      readonly name: string;
      readonly kind: 'text' | 'base64';
      readonly content: string;
    }
  /** To the clipboard. */
  | { readonly type: 'copy'; readonly text: string }
  /** A table of comma-separated cells, in an editor beside. */
  | { readonly type: 'openText'; readonly text: string }
  /** Answered exactly once. */
  | { readonly type: 'ask'; readonly id: number; readonly inquiry: Inquiry }
  /** An uncaught error in the view, for the log. */
  | { readonly type: 'error'; readonly message: string };
