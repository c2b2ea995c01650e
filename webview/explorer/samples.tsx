import './samples.css';
import type { Inspection, RunSummary } from '../../src/protocol';
import { formatCount } from '../format';
import { useHeldUnderPointer } from '../hooks';
import { Notice } from '../parts/notice';
import { isLive } from '../runText';
import { maxBars } from './probabilities';
import { SampleCard } from './sampleCard';
import { Waiting } from './waiting';
import type { WaitingText } from './waitingText';

interface SamplesProps {
  readonly run: RunSummary;
  readonly inspection: Inspection | null;
  readonly waiting: WaitingText;
}

/** The samples that the model predicts worst. */
export function Samples({ run, inspection, waiting }: SamplesProps) {
  const [shown, pointerHandlers] = useHeldUnderPointer(inspection, isLive(run.status), run.folder);
  return (
    <section class="samples" aria-label="Samples" {...pointerHandlers}>
      <h2>Worst-predicted samples</h2>
      {shown ? <SampleCards run={run} inspection={shown} /> : <Waiting waiting={waiting} />}
    </section>
  );
}

function SampleCards({ run, inspection }: { readonly run: RunSummary; readonly inspection: Inspection }) {
  const { worst, nSamples, split, epoch, notice } = inspection;
  if (notice !== null) return <Notice kind="warning">{notice}</Notice>;
  return (
    <>
      <p class="muted">
        {formatCount(worst.length)} of {formatCount(nSamples)} {splitWords[split]} samples after epoch{' '}
        {formatCount(epoch)}, highest loss first.
        {run.task === 'classification' &&
          ` Bars: probability of ${run.classNames.length > maxBars ? 'the likeliest classes' : 'each class'}; filled: predicted, ✓: true.`}
      </p>
      <ol class="cards">
        {worst.map(sample => (
          <SampleCard
            key={sample.index}
            sample={sample}
            inspection={inspection}
            classNames={run.classNames}
          />
        ))}
      </ol>
    </>
  );
}

const splitWords = { train: 'training', validation: 'validation', test: 'test' } as const;
