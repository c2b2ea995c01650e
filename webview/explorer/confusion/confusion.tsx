import './confusion.css';
import type { Predictions, Rates } from '../../../src/protocol';
import { useAnswer } from '../../answers';
import { useHeldUnderPointer } from '../../hooks';
import { isLive } from '../../runText';
import { useExplorer } from '../context';
import { Waiting } from '../waiting';
import { CalibrationChart } from './calibrationChart';
import { MatrixSection } from './matrixSection';
import { RocChart } from './rocChart';

/** Which classes are taken for which, and how far the probabilities can be trusted. */
export function Confusion() {
  const { run, focus } = useExplorer();
  const { split } = focus;
  const predictions = useAnswer('predictions', { split });
  const rates = useAnswer('rates', { split });
  const subject = `${run.folder} ${split}`;
  const [shown, ofCounts] = useHeldUnderPointer<Predictions>(predictions.value, isLive(run.status), subject);
  const [shownRates, ofRates] = useHeldUnderPointer<Rates>(rates.value, isLive(run.status), subject);
  if (!shown) return <Waiting failure={predictions.failure} />;
  const onPointerEnter = () => [ofCounts, ofRates].forEach(each => void each.onPointerEnter());
  const onPointerLeave = () => [ofCounts, ofRates].forEach(each => void each.onPointerLeave());
  return (
    <div class="confusion" onPointerEnter={onPointerEnter} onPointerLeave={onPointerLeave}>
      <MatrixSection predictions={shown} rates={shownRates} />
      {shownRates ? (
        <div class="rates">
          <RocChart rates={shownRates} />
          <CalibrationChart rates={shownRates} />
        </div>
      ) : (
        <Waiting failure={rates.failure} />
      )}
    </div>
  );
}
