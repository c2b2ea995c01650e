import type { Platform } from '../platform/types';
import type {
  Failure,
  RunHistory,
  TrainerMessage,
  TrainerMethod,
  TrainerRequest,
  TrainerRequests,
} from '../protocol';
import { readMetrics } from '../runs/runFolder';
import { thin } from '../runs/thin';
import { create } from './create';
import { inspect } from './inspect';
import { prepare } from './prepare';
import { Rejection } from './rejection';
import { TrainingSession } from './session';

type Handlers = {
  [M in TrainerMethod]: (
    params: TrainerRequests[M]['params'],
  ) => TrainerRequests[M]['result'] | Promise<TrainerRequests[M]['result']>;
};

/** Points that one message, and the history of one run, carry at most; more would only keep the editor busy. */
const maxPerMessage = 64;
const maxStored = 10_000;

const thinned = ({ epochs, steps }: RunHistory, max: number): RunHistory => ({
  epochs: thin(epochs, max),
  steps: thin(steps, max),
});

/** The trainer's side of the protocol: every request is answered exactly once, also by failure. */
export function serve(platform: Platform, post: (message: TrainerMessage) => void) {
  const session = new TrainingSession(platform, event =>
    post({ ...event, ...thinned(event, maxPerMessage) }),
  );
  const handlers: Handlers = {
    check: async params => (await prepare(platform, params)).problems,
    train: async params => (await session.start(params)).summary,
    pause: () => session.pause(),
    resume: () => session.resume(),
    stop: () => session.stop(),
    create: params => create(platform, params),
    history: async ({ runFolder }) => thinned(await readMetrics(platform, runFolder), maxStored),
    inspect: params => inspect(platform, params, session.run),
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
  return { code: 'internal', message: error instanceof Error ? error.message : String(error) };
}
