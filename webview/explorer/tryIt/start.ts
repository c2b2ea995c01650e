import type { Form, SampleInputs, SampleOf, TrialInputs } from '../../../src/protocol';
import { useAnswer } from '../../answers';
import { useChoice } from '../../hooks';
import { useExplorer } from '../context';
import { typicalInputs } from './inputs';

/** What a trial begins with. */
export interface Start {
  /** Another one begins anew. */
  readonly key: string;
  readonly sample: SampleOf | null;
  /** Of the sample, once it is known. */
  readonly known: SampleInputs | null;
  readonly inputs: TrialInputs | null;
  readonly failure: string | null;
  readonly beginTypical: () => void;
  readonly beginWithSample: () => void;
}

/** The selected sample, or what is typical, whichever was chosen last. */
export function useStart(form: Form): Start {
  const { run, focus } = useExplorer();
  const { split, sample: index } = focus;
  const selection = index === null ? null : `${run.folder} ${split} ${index}`;
  // Another selection is meant to be tried.
  const [passedOver, passOver] = useChoice<string>('typicalInsteadOf', '');
  const sample = index === null || passedOver === selection ? null : { split, index };
  const answer = useAnswer('sampleInputs', sample ?? undefined);
  const key = sample && selection ? selection : `${run.folder} typical`;
  return {
    ...{ key, sample, known: answer.value, failure: answer.failure },
    inputs: sample ? (answer.value?.inputs ?? null) : typicalInputs(form),
    beginTypical: () => passOver(selection ?? ''),
    beginWithSample: () => passOver(''),
  };
}

interface Edited {
  readonly key: string;
  readonly inputs: TrialInputs | null;
}

/** The inputs as they were changed; kept while the view is hidden, until another start is chosen. */
export function useInputs(start: Start, form: Form) {
  const [edited, keep] = useChoice<Edited>('trial', { key: '', inputs: null });
  const isOfStart = edited.key === start.key && edited.inputs?.kind === form.kind;
  return {
    inputs: isOfStart ? edited.inputs : start.inputs,
    isChanged: isOfStart,
    change: (inputs: TrialInputs) => keep({ key: start.key, inputs }),
    restore: () => keep({ key: '', inputs: null }),
  };
}
