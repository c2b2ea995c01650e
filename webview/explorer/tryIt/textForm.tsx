import { useState } from 'preact/hooks';
import type { Continuation, Trial } from '../../../src/protocol';
import { ask } from '../../ask';
import { formatPercent } from '../../format';
import { t } from '../../l10n';
import { Notice } from '../../parts/notice';
import { useExplorer } from '../context';
import { isFault, noteText } from './inputs';

interface TextFormProps {
  readonly context: number;
  readonly text: string;
  readonly trial: Trial | null;
  readonly change: (text: string) => void;
}

const maxLength = 200;

/** A text, what the model gave each of its characters, and how it would go on. */
export function TextForm({ context, text, trial, change }: TextFormProps) {
  const fault = trial?.notes.find(isFault);
  return (
    <>
      <label for="try-text">{t('Text; the next character is predicted from the last {0}', context)}</label>
      <input
        id="try-text"
        class="try-choice"
        value={text}
        {...{ maxLength }}
        spellcheck={false}
        autocomplete="off"
        aria-invalid={fault !== undefined}
        aria-describedby={fault && 'try-text-note'}
        onInput={event => change(event.currentTarget.value)}
      />
      {fault && (
        <p id="try-text-note" class="try-fault">
          {noteText(fault)}
        </p>
      )}
      {trial && trial.places.length > 0 && <Places trial={trial} />}
      <Generator text={text} />
    </>
  );
}

/** The higher the bar, the more the character was expected. */
function Places({ trial: { places } }: { readonly trial: Trial }) {
  const { run } = useExplorer();
  return (
    <ol class="try-places" aria-label={t('Probability of each character')}>
      {places.map(({ character, probability, likeliest, probabilityOfLikeliest }, i) => (
        <li
          key={i}
          title={t(
            '{0}: {1}; likeliest {2}: {3}',
            ...[character, formatPercent(probability)],
            ...[run.classNames[likeliest] ?? '', formatPercent(probabilityOfLikeliest)],
          )}
        >
          <span class="bar-track">
            <span class="bar" style={{ height: `${100 * probability}%` }} />
          </span>
          <span>{character}</span>
          <span class="muted">{Math.round(100 * probability)}</span>
        </li>
      ))}
    </ol>
  );
}

const maxShown = 8;

/** Draws characters one by one; the same seed draws the same ones. */
function Generator({ text }: { readonly text: string }) {
  const { at } = useExplorer();
  const [temperature, setTemperature] = useState(1);
  const [seed, setSeed] = useState(1);
  const [drawn, setDrawn] = useState<readonly (Continuation & { readonly seed: number })[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const draw = () =>
    ask('generate', at, { text, temperature, seed }).then(
      continuation => {
        setFailure(null);
        setDrawn(others => [{ ...continuation, seed }, ...others].slice(0, maxShown));
        setSeed(seed + 1);
      },
      (error: Error) => setFailure(error.message),
    );
  return (
    <>
      <div class="try-tools">
        <button type="button" data-try="generate" onClick={draw}>
          {t('Go on with it')}
        </button>
        <label title={t('0 always takes the likeliest; above 1 the unlikely ones come more often')}>
          {t('Temperature {0}', temperature.toFixed(1))}{' '}
          <input
            type="range"
            min="0"
            max="2"
            step="0.1"
            value={temperature}
            onInput={event => setTemperature(Number(event.currentTarget.value))}
          />
        </label>
        <label>
          {t('Seed')}{' '}
          <input
            type="number"
            min="0"
            max="999999"
            value={seed}
            onInput={event => setSeed(Math.max(0, Math.trunc(Number(event.currentTarget.value)) || 0))}
          />
        </label>
      </div>
      {failure !== null && <Notice kind="warning">{failure}</Notice>}
      <ol class="try-drawn" aria-live="polite">
        {drawn.map(({ text, isEnded, seed }) => (
          <li key={`${seed} ${text}`}>
            {text}
            {!isEnded && '…'} <span class="muted">{t('seed {0}', seed)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
