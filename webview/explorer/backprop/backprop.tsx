import './backprop.css';
import { useEffect, useRef } from 'preact/hooks';
import type { Backprop as Answer } from '../../../src/protocol';
import { useAnswer } from '../../answers';
import { formatCount } from '../../format';
import { useChoice, useHeldUnderPointer } from '../../hooks';
import { t } from '../../l10n';
import { isLive } from '../../runText';
import { useExplorer } from '../context';
import { Waiting } from '../waiting';
import { SamplePicker } from './samplePicker';
import { StepView } from './stepView';
import { say } from './words';

/** One sample through the network and back, number by number, step by step: the page to project. */
export function Backprop() {
  const { run, focus } = useExplorer();
  const { split, sample } = focus;
  const index = sample ?? 0;
  const answer = useAnswer('backprop', { split, index });
  const subject = `${run.folder} ${split} ${index}`;
  const [held, pointerHandlers] = useHeldUnderPointer(answer.value, isLive(run.status), subject);
  // The sample before stays until the next one comes, so that nothing jumps.
  const latest = useRef<Answer | null>(null);
  latest.current = held ?? latest.current;
  if (answer.failure !== null || !latest.current) return <Waiting failure={answer.failure} />;
  return (
    <div class="backprop" {...pointerHandlers}>
      <Walk backprop={latest.current} />
    </div>
  );
}

const moves: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

function Walk({ backprop }: { readonly backprop: Answer }) {
  const { steps } = backprop;
  const [position, setPosition] = useChoice('backpropStep', 0);
  const last = steps.length - 1;
  const at = Math.min(position, last);
  const current = useRef<HTMLElement>(null);
  const go = (to: number) => {
    setPosition(Math.max(0, Math.min(last, to)));
  };
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = moves[event.key];
    if (
      by === undefined ||
      event.target instanceof HTMLInputElement ||
      event.target instanceof HTMLSelectElement
    )
      return;
    event.preventDefault();
    go(at + by);
  };
  return (
    <section class="walk" tabIndex={-1} aria-label={t('Backprop')} onKeyDown={onKeyDown}>
      <SamplePicker backprop={backprop} />
      <p class="muted">
        {t(
          'One sample in the weights after epoch {0}, as the reference implementation computes it. ← and → walk through the steps, ↑ and ↓ through the rows.',
          formatCount(backprop.epoch),
        )}
      </p>
      <div class="walk-bar">
        <vscode-button secondary disabled={at === 0} onClick={() => go(at - 1)}>
          {t('Back')}
        </vscode-button>
        <vscode-button disabled={at === last} onClick={() => go(at + 1)}>
          {t('Next')}
        </vscode-button>
        <select
          aria-label={t('Step')}
          value={at}
          onChange={({ currentTarget }) => go(currentTarget.selectedIndex)}
        >
          {steps.map(({ key, title }, i) => (
            <option key={key} value={i}>
              {i + 1}. {say(title)}
            </option>
          ))}
        </select>
        <span class="muted">{t('of {0}', steps.length)}</span>
        <span class="visually-hidden" role="status">
          {t('Step {0} of {1}: {2}', at + 1, steps.length, say(steps[at]!.title))}
        </span>
      </div>
      {steps.slice(0, at + 1).map((step, i) => (
        <StepView key={step.key} step={step} number={i + 1} current={i === at ? current : null} />
      ))}
    </section>
  );
}
