import './tryIt.css';
import type { Form, Trial, TrialInputs } from '../../../src/protocol';
import { useAnswer } from '../../answers';
import { useLast } from '../../hooks';
import { t } from '../../l10n';
import { Notice } from '../../parts/notice';
import { useExplorer } from '../context';
import { Waiting } from '../waiting';
import { DrawPad } from './drawPad';
import { NearestSamples } from './nearestSamples';
import { Outcome } from './outcome';
import { RowForm } from './rowForm';
import { useInputs, useStart } from './start';
import { StartLine } from './startLine';
import { TextForm } from './textForm';

/** Inputs of a person's own, or a sample's that are changed, and what the model makes of them at once. */
export function TryIt() {
  const { run } = useExplorer();
  const answer = useAnswer('form', null);
  const form = useLast(answer.value, run.folder);
  return form ? <Workplace form={form} /> : <Waiting failure={answer.failure} />;
}

function Workplace({ form }: { readonly form: Form }) {
  const { run } = useExplorer();
  const start = useStart(form);
  const { inputs, isChanged, change, restore } = useInputs(start, form);
  const answer = useAnswer('tryRow', inputs ? { inputs, original: start.sample } : undefined);
  // What is there stays until the next sample, and what the model makes of it, have come.
  const truth = start.known?.truth ?? null;
  const answered = useLast(answer.value && { trial: answer.value, truth }, run.folder);
  const trial = answered?.trial ?? null;
  const shown = useLast(inputs && { start, inputs }, run.folder);
  const failure = start.failure ?? answer.failure;
  return (
    <section class="try" aria-label={t('Try it')}>
      <StartLine form={form} start={start} isChanged={isChanged} restore={restore} />
      {failure !== null && <Notice kind="warning">{failure}</Notice>}
      {shown && (
        <div class={`try-columns is-${form.kind}`}>
          <div class="try-inputs">
            <Inputs
              key={shown.start.key}
              {...{ form, change, trial }}
              inputs={shown.inputs}
              begun={shown.start.inputs ?? shown.inputs}
            />
          </div>
          <Outcome trial={trial} truth={answered?.truth ?? null} isChanged={isChanged} />
          {trial && <NearestSamples neighbours={trial.neighbours} />}
        </div>
      )}
    </section>
  );
}

interface InputsProps {
  readonly form: Form;
  readonly inputs: TrialInputs;
  /** What they were before they were changed. */
  readonly begun: TrialInputs;
  readonly change: (inputs: TrialInputs) => void;
  readonly trial: Trial | null;
}

function Inputs({ form, inputs, begun, change, trial }: InputsProps) {
  if (form.kind === 'row' && inputs.kind === 'row' && begun.kind === 'row')
    return (
      <RowForm
        features={form.features}
        cells={inputs.cells}
        begun={begun.cells}
        notes={trial?.notes ?? []}
        change={cells => change({ kind: 'row', cells })}
      />
    );
  if (form.kind === 'image' && inputs.kind === 'image')
    return (
      <DrawPad form={form} pixels={inputs.pixels} change={pixels => change({ kind: 'image', pixels })} />
    );
  if (form.kind === 'text' && inputs.kind === 'text')
    return (
      <TextForm
        context={form.context}
        text={inputs.text}
        trial={trial}
        change={text => change({ kind: 'text', text })}
      />
    );
  return null;
}
