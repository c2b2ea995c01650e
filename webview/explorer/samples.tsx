import './samples.css';
import type { Predictions, Sample } from '../../src/protocol';
import { formatCount } from '../format';
import { useHeldUnderPointer, useWidth } from '../hooks';
import { t } from '../l10n';
import { CommandButton } from '../parts/commandButton';
import { Notice } from '../parts/notice';
import { isLive } from '../runText';
import { ExplorerProvider, useExplorer } from './context';
import { maxBars } from './probabilities';
import { SampleCard } from './sampleCard';
import { Chips } from './samples/chips';
import { ExportButtons } from './samples/exportButtons';
import type { Order } from './samples/order';
import { maxShown, type Page, useOrder, usePage } from './samples/page';
import { PredictedActual } from './samples/predictedActual';
import { useSampleItems } from './samples/sampleItems';
import { SampleTable } from './samples/sampleTable';
import { tagsOf } from './samples/tags';
import { Toolbar } from './samples/toolbar';
import { Waiting } from './waiting';

/** Below this width a sample is a card, whatever it is. */
const minTableWidth = 420;

/** Single samples: how they come out, which of them are conspicuous, and where they come from. */
export function Samples() {
  const explorer = useExplorer();
  const { run, at, version } = explorer;
  // A run that trains would change the list many times an epoch.
  const isMoving = at.epoch === null && run.status === 'running';
  return (
    <ExplorerProvider value={{ ...explorer, version: isMoving ? `epoch ${run.lastEpoch}` : version }}>
      <SampleBrowser />
    </ExplorerProvider>
  );
}

function SampleBrowser() {
  const { run, isDataChanged } = useExplorer();
  const [order, setOrder] = useOrder();
  const { page, failure, showMore } = usePage(order);
  const [shown, pointerHandlers] = useHeldUnderPointer(page, isLive(run.status), page?.request ?? '');
  return (
    <section class="samples" aria-label={t('Samples')} {...pointerHandlers}>
      <h2 class="visually-hidden">{t('Samples')}</h2>
      {isDataChanged && (
        <div class="head-line">
          <Notice kind="info">{t('The data have changed since this run.')}</Notice>
          <CommandButton command="train" icon="train" label={t('Train again')} secondary />
        </div>
      )}
      <Toolbar predictions={shown?.predictions ?? null} order={order} onOrder={setOrder} />
      <Chips />
      {shown && failure === null ? (
        <Listed page={shown} order={order} onOrder={setOrder} onMore={showMore} />
      ) : (
        <Waiting failure={failure} />
      )}
    </section>
  );
}

interface ListedProps {
  readonly page: Page;
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
  readonly onMore: () => void;
}

function Listed({ page, order, onOrder, onMore }: ListedProps) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const { predictions, indices, samples, notes } = page;
  const isTable = width >= minTableWidth && samples.every(({ picture, place }) => !picture && !place);
  return (
    <div class="listed" ref={ref}>
      {predictions.outcome.kind === 'value' && (
        <PredictedActual predictions={predictions} indices={indices} />
      )}
      <div class="samples-line">
        <span role="status">
          {t('{0} of {1}', formatCount(samples.length), formatCount(indices.length))}{' '}
          <span class="muted">{t('after epoch {0}', formatCount(predictions.epoch))}</span>
        </span>
        {indices.length > 0 && <ExportButtons indices={indices} />}
      </div>
      {notes.map(note => (
        <p key={note} class="muted">
          {note}
        </p>
      ))}
      {indices.length === 0 && <p>{t('No sample passes these filters.')}</p>}
      {isTable && samples.length > 0 && <SampleTable {...{ predictions, samples, order, onOrder }} />}
      {!isTable && <SampleCards predictions={predictions} samples={samples} />}
      <More nShown={samples.length} nListed={indices.length} onMore={onMore} />
    </div>
  );
}

interface SampleCardsProps {
  readonly predictions: Predictions;
  readonly samples: readonly Sample[];
}

function SampleCards({ predictions, samples }: SampleCardsProps) {
  const { run } = useExplorer();
  const { listProps, itemProps } = useSampleItems(samples);
  const legend =
    run.classNames.length > maxBars
      ? t('Bars: probability of the likeliest classes; filled: predicted, ✓: true.')
      : t('Bars: probability of each class; filled: predicted, ✓: true.');
  return (
    <>
      {run.task === 'classification' && samples.length > 0 && <p class="muted">{legend}</p>}
      <ol class="cards" {...listProps}>
        {samples.map(sample => (
          <SampleCard
            key={sample.index}
            sample={sample}
            tags={tagsOf(predictions, sample.index)}
            itemProps={itemProps(sample)}
          />
        ))}
      </ol>
    </>
  );
}

interface MoreProps {
  readonly nShown: number;
  readonly nListed: number;
  readonly onMore: () => void;
}

function More({ nShown, nListed, onMore }: MoreProps) {
  if (nShown >= nListed) return null;
  if (nShown >= maxShown)
    return (
      <p class="muted">
        {t('These are the first {0}. Filter to see others, or open all as a table.', maxShown)}
      </p>
    );
  return (
    <p>
      <button type="button" class="link" onClick={onMore}>
        {t('Show more')}
      </button>
    </p>
  );
}
