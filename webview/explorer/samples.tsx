import './samples.css';
import { useMemo } from 'preact/hooks';
import type { Predictions, Sample } from '../../src/protocol';
import { useAnswer } from '../answers';
import { formatCount } from '../format';
import { useHeldUnderPointer } from '../hooks';
import { t } from '../l10n';
import { isLive } from '../runText';
import { useExplorer } from './context';
import { maxBars } from './probabilities';
import { SampleCard } from './sampleCard';
import { Waiting } from './waiting';

const nShown = 20;

/** The samples that the model predicts worst. */
export function Samples() {
  const { run, focus } = useExplorer();
  const predictions = useAnswer('predictions', { split: focus.split });
  const indices = useMemo(() => (predictions.value ? worst(predictions.value) : []), [predictions.value]);
  const samples = useAnswer('samples', predictions.value ? { split: focus.split, indices } : undefined);
  const latest = useMemo(
    () => predictions.value && samples.value && { predictions: predictions.value, samples: samples.value },
    [samples.value],
  );
  const [shown, pointerHandlers] = useHeldUnderPointer(latest, isLive(run.status), run.folder);
  return (
    <section class="samples" aria-label={t('Samples')} {...pointerHandlers}>
      <h2>{t('Worst-predicted samples')}</h2>
      {shown ? <SampleCards {...shown} /> : <Waiting failure={predictions.failure ?? samples.failure} />}
    </section>
  );
}

/** Indices of those with the largest losses; of equals the one that comes first. */
function worst({ losses }: Predictions): number[] {
  const order = Array.from(losses.keys()).sort((a, b) => losses[b]! - losses[a]! || a - b);
  return order.slice(0, nShown);
}

interface SampleCardsProps {
  readonly predictions: Predictions;
  readonly samples: readonly Sample[];
}

function SampleCards({ predictions: { losses, split, epoch }, samples }: SampleCardsProps) {
  const { run } = useExplorer();
  return (
    <>
      <p class="muted">
        {formatCount(samples.length)} of {formatCount(losses.length)} {splitWords[split]} samples after epoch{' '}
        {formatCount(epoch)}, highest loss first.
        {run.task === 'classification' &&
          ` Bars: probability of ${run.classNames.length > maxBars ? 'the likeliest classes' : 'each class'}; filled: predicted, ✓: true.`}
      </p>
      <ol class="cards">
        {samples.map(sample => (
          <SampleCard key={sample.index} sample={sample} />
        ))}
      </ol>
    </>
  );
}

const splitWords = { train: 'training', validation: 'validation', test: 'test' } as const;
