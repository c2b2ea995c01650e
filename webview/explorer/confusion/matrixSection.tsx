import { useMemo } from 'preact/hooks';
import type { ClassOutcomes, Predictions, Rates } from '../../../src/protocol';
import { formatCount, formatPercent } from '../../format';
import { useChoice } from '../../hooks';
import { t } from '../../l10n';
import { useExplorer } from '../context';
import { splitText } from '../splitText';
import { confusionOf } from './counts';
import { Matrix } from './matrix';
import { type ClassOrder, maxShownClasses, shownClasses } from './order';
import { OrderPicker } from './orderPicker';
import { ConfusedPairs } from './pairs';
import { ScoreTable } from './scoreTable';

interface MatrixSectionProps {
  readonly predictions: Predictions;
  readonly rates: Rates | null;
}

/** The matrix and what it says in words and figures. */
export function MatrixSection({ predictions, rates }: MatrixSectionProps) {
  const { classNames } = useExplorer().run;
  const [showsRates, setShowsRates] = useChoice('confusionRates', false);
  const [order, setOrder] = useChoice<ClassOrder>('confusionOrder', 'classes');
  const { split, epoch } = predictions;
  const confusion = useMemo(
    // The view is shown for models of classes only.
    () => confusionOf(predictions.outcome as ClassOutcomes, classNames.length),
    [predictions, classNames],
  );
  const classes = useMemo(() => shownClasses(confusion, order), [confusion, order]);
  const { nCorrect, nSamples, nClasses } = confusion;
  return (
    <>
      <section class="matrix" aria-label={t('Confusion matrix')}>
        <div class="confusion-head">
          <h2>{t('Confusion matrix')}</h2>
          <OrderPicker order={order} onOrder={setOrder} />
          <button
            type="button"
            class="toggle"
            aria-pressed={showsRates}
            title={t('Per cent of the true class, instead of counts')}
            onClick={() => setShowsRates(!showsRates)}
          >
            {t('rates')}
          </button>
        </div>
        <p>
          {t(
            'Accuracy {0}: {1} of {2} {3} samples after epoch {4}.',
            formatPercent(nCorrect / nSamples),
            formatCount(nCorrect),
            formatCount(nSamples),
            splitText(split),
            formatCount(epoch),
          )}
        </p>
        <p class="muted">
          {t('Rows: true class · columns: predicted class · the stronger the colour, the more samples')}
          {classes.length < nClasses &&
            ` · ${t('the {0} most confused of {1} classes', maxShownClasses, formatCount(nClasses))}`}
        </p>
        <Matrix {...{ confusion, classes, showsRates }} />
      </section>
      <ConfusedPairs confusion={confusion} />
      <ScoreTable confusion={confusion} rates={rates} />
    </>
  );
}
