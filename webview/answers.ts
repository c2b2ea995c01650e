import { useEffect, useRef, useState } from 'preact/hooks';
import type { QuestionName, Questions } from '../src/protocol';
import { ask } from './ask';
import { Asking } from './asking';
import { useExplorer } from './explorer/context';

/** What a view knows so far. */
export interface Answer<T> {
  /** Of the latest question that was answered, also while a fresher answer is on its way. */
  readonly value: T | null;
  /** Why it could not be answered, in words for a person. */
  readonly failure: string | null;
}

const nothing = { value: null, failure: null };

/**
 * The answer to a question about the model that the Explorer looks at; asked again whenever that model, or what is asked
 * about it, is another one. A view that is not shown asks nothing.
 * @param params undefined asks nothing
 */
export function useAnswer<Q extends QuestionName>(
  question: Q,
  params: Questions[Q]['params'] | undefined,
): Answer<Questions[Q]['result']> {
  type Result = Questions[Q]['result'];
  const { at, version } = useExplorer();
  const [told, setTold] = useState<Answer<Result> & { readonly subject: string }>({
    ...nothing,
    subject: '',
  });
  const asking = useRef<Asking<Result>>(undefined);
  // Another epoch, or a changed weight, is the same subject: what is on the screen stays until the answer comes.
  const subject = JSON.stringify([question, at.runFolder, params]);

  useEffect(() => {
    asking.current = new Asking<Result>((subject, result) => setTold({ ...nothing, ...result, subject }));
    return () => asking.current?.dispose();
  }, []);
  useEffect(() => {
    if (params !== undefined) asking.current?.want(subject, () => ask(question, at, params));
  }, [subject, JSON.stringify(at), version]);

  return told.subject === subject ? told : nothing;
}
