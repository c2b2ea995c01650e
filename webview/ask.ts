/** Questions to the host and their answers. */
import type { HostMessage, ModelAt, QuestionName, Questions } from '../src/protocol';
import { post } from './host';

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

const pending = new Map<number, Pending>();
let lastId = 0;

/** Rejects in words for a person. */
export function ask<Q extends QuestionName>(
  question: Q,
  at: ModelAt,
  params: Questions[Q]['params'],
): Promise<Questions[Q]['result']> {
  return new Promise<unknown>((resolve, reject) => {
    const id = ++lastId;
    pending.set(id, { resolve, reject });
    post({ type: 'ask', id, inquiry: { at, question, params } });
  }) as Promise<Questions[Q]['result']>;
}

export function settle(answer: Extract<HostMessage, { type: 'answer' }>) {
  const asked = pending.get(answer.id);
  pending.delete(answer.id);
  if (answer.ok) asked?.resolve(answer.result);
  else asked?.reject(new Error(answer.message));
}
