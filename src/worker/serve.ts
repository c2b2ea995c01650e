import type { Platform } from '../platform/types';
import type {
  ComparedRun,
  Failure,
  ProgressEvent,
  RunHistory,
  TrainerMessage,
  TrainerMethod,
  TrainerRequest,
  TrainerRequests,
} from '../protocol';
import { reasonOf } from '../reason';
import { readMetrics } from '../runs/runFolder';
import { maxEpochs, thin, thinEpochs, withoutDetails } from '../thin';
import { create } from './create';
import { Inspector } from './inspector';
import { prepare } from './prepare';
import { Rejection } from './rejection';
import { TrainingSession } from './session';

type Handlers = {
  [M in TrainerMethod]: (
    params: TrainerRequests[M]['params'],
  ) => TrainerRequests[M]['result'] | Promise<TrainerRequests[M]['result']>;
};

const thinned = ({ epochs, steps }: RunHistory): RunHistory => ({
  epochs: thinEpochs(epochs),
  steps: thin(steps, ({ step }) => step),
});

/** One after the other, so that a long one is thinned before the next is read; none of a folder that is unreadable. */
async function comparedRuns(platform: Platform, runFolders: readonly string[]): Promise<ComparedRun[]> {
  const runs: ComparedRun[] = [];
  for (const runFolder of runFolders) {
    const { epochs } = await readMetrics(platform, runFolder).catch(
      (): RunHistory => ({ epochs: [], steps: [] }),
    );
    runs.push({ runFolder, epochs: thin(epochs.map(withoutDetails), ({ epoch }) => epoch) });
  }
  return runs;
}

/** Passes progress on; the more a run has told, the fewer of its epochs, but always the latest. */
function bounded(post: (event: ProgressEvent) => void) {
  let nTold = 0;
  let stride = 1;
  return (event: ProgressEvent) => {
    const epochs = event.epochs.filter(
      ({ epoch }, i) => epoch === 1 || epoch % stride === 0 || i === event.epochs.length - 1,
    );
    nTold += epochs.length;
    for (; nTold > maxEpochs; nTold /= 2) stride *= 2;
    post({ ...event, epochs });
  };
}

/** The trainer's side of the protocol: every request is answered exactly once, also by failure. */
export function serve(platform: Platform, post: (message: TrainerMessage) => void) {
  const session = new TrainingSession(platform, bounded(post));
  const inspector = new Inspector(platform);
  const handlers: Handlers = {
    check: async params => (await prepare(platform, params)).problems,
    train: async params => (await session.start(params)).summary,
    pause: () => session.pause(),
    resume: () => session.resume(),
    stop: () => session.stop(),
    interrupt: () => session.interrupt(),
    step: () => session.step(),
    runEpoch: () => session.runEpoch(),
    adjust: changes => session.adjust(changes),
    create: params => create(platform, params),
    history: async ({ runFolder }) => thinned(await readMetrics(platform, runFolder)),
    compare: ({ runFolders }) => comparedRuns(platform, runFolders),
    snapshot: ({ epoch }) => session.snapshot(epoch),
    ask: params => inspector.answer(params),
  };
  return async ({ id, method, params }: TrainerRequest) => {
    try {
      if (!Object.hasOwn(handlers, method))
        throw new Rejection('unknown-method', `The trainer knows no "${method}".`);
      // The pair of method and parameters is one of the union's, which TypeScript cannot see through the index.
      const handler = handlers[method] as (params: unknown) => unknown;
      post({ type: 'answer', id, ok: true, result: await handler(params) });
    } catch (error) {
      post({ type: 'answer', id, ok: false, failure: failureOf(error) });
    }
  };
}

function failureOf(error: unknown): Failure {
  if (error instanceof Rejection) {
    const { code, message, problems } = error;
    return { code, message, problems };
  }
  return { code: 'internal', message: reasonOf(error) };
}
