import './dataMap.css';
import type { DataMap, Predictions } from '../../../src/protocol';
import { useAnswer } from '../../answers';
import { formatCount } from '../../format';
import { useHeldUnderPointer } from '../../hooks';
import { t } from '../../l10n';
import { isLive } from '../../runText';
import { useExplorer } from '../context';
import { Waiting } from '../waiting';
import { MapChart } from './mapChart';

/** A standard deviation of fewer says nothing. */
const minEpochs = 3;

/** The validation samples by what the model thought of them while it learned. */
export function DataMapView() {
  const { run } = useExplorer();
  const hasValidation = run.nValidation > 0;
  const answer = useAnswer('dataMap', hasValidation ? null : undefined);
  const predictions = useAnswer('predictions', hasValidation ? { split: 'validation' } : undefined);
  const [map, ofMap] = useHeldUnderPointer<DataMap>(answer.value, isLive(run.status), run.folder);
  const [shown, ofPredictions] = useHeldUnderPointer<Predictions>(
    predictions.value,
    isLive(run.status),
    run.folder,
  );
  if (!hasValidation)
    return (
      <p class="muted waiting">
        {t(
          'The map shows validation samples, and this run has none. Set validation_fraction and train again.',
        )}
      </p>
    );
  if (!map) return <Waiting failure={answer.failure} />;
  if (map.nEpochs < minEpochs) return <p class="muted waiting">{tooFewText(map.nEpochs)}</p>;
  return (
    <div
      class="data-map"
      onPointerEnter={() => [ofMap, ofPredictions].forEach(each => void each.onPointerEnter())}
      onPointerLeave={() => [ofMap, ofPredictions].forEach(each => void each.onPointerLeave())}
    >
      <h2>{t('Data map')}</h2>
      <p class="muted">
        {t(
          'Each point is a validation sample: mean (confidence) and standard deviation (variability) of the probability of its true class over {0}.',
          epochsText(map),
        )}
        {map.indices.length < map.nSamples &&
          ` ${t('{0} of {1} samples.', formatCount(map.indices.length), formatCount(map.nSamples))}`}
      </p>
      <MapChart map={map} predictions={shown} />
      {!shown && <Waiting failure={predictions.failure} />}
    </div>
  );
}

const tooFewText = (nEpochs: number): string =>
  t(
    'The map is drawn from {0} epochs on; {1} so far have their losses recorded.',
    formatCount(minEpochs),
    formatCount(nEpochs),
  );

/** Of a long run not every epoch is kept, or read. */
const epochsText = ({ nEpochs, lastEpoch }: DataMap): string =>
  nEpochs === lastEpoch
    ? t('{0} epochs', formatCount(nEpochs))
    : t('{0} of {1} epochs', formatCount(nEpochs), formatCount(lastEpoch));
