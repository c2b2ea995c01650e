import './time.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatCount } from '../format';
import { t } from '../l10n';
import { Icon } from '../parts/icon';
import { isLive } from '../runText';
import { useExplorer } from './context';
import { nextEpoch, ownEpoch, placeOf } from './timeSteps';

/** Slow enough to see what changes from one epoch to the next. */
const frameMs = 350;

/** A slider over the recorded epochs, which all views follow. */
export function Time() {
  const { run, focus, dispatch } = useExplorer();
  const { recordedEpochs: recorded } = run;
  const epoch = focus.epoch ?? ownEpoch(run);
  const [isPlaying, setPlaying] = useState(false);
  // A run that trains sends the list anew many times within a frame, which must not put the next one off.
  const latest = useRef(recorded);
  latest.current = recorded;

  useEffect(() => {
    if (!isPlaying) return;
    const timer = setTimeout(() => {
      const next = nextEpoch(latest.current, epoch);
      if (next === null) setPlaying(false);
      else dispatch({ type: 'epoch', epoch: next });
    }, frameMs);
    return () => clearTimeout(timer);
  }, [isPlaying, epoch]);

  if (recorded.length < 2) return null;
  const choose = (chosen: number | null) => {
    setPlaying(false);
    dispatch({ type: 'epoch', epoch: chosen });
  };
  const play = () => {
    setPlaying(!isPlaying);
    // From the last one there is nothing left to play, so that it begins anew.
    if (!isPlaying && nextEpoch(recorded, epoch) === null) dispatch({ type: 'epoch', epoch: recorded[0]! });
  };
  const words = epochWords(epoch, run.best?.epoch);
  return (
    <div class="time">
      <button
        type="button"
        class="icon-button"
        title={isPlaying ? t('Pause') : t('Play the recorded epochs')}
        data-testid="play"
        onClick={play}
      >
        <Icon name={isPlaying ? 'pause' : 'train'} />
      </button>
      <input
        type="range"
        aria-label={t('Epoch')}
        aria-valuetext={words}
        min={0}
        max={recorded.length - 1}
        step={1}
        value={placeOf(recorded, epoch)}
        onInput={event => choose(recorded[event.currentTarget.valueAsNumber] ?? null)}
      />
      <output class="time-epoch">{words}</output>
      <button
        type="button"
        class="link"
        data-testid="own-epoch"
        disabled={focus.epoch === null}
        onClick={() => choose(null)}
      >
        {isLive(run.status) ? t('Now') : t('Best')}
      </button>
    </div>
  );
}

const epochWords = (epoch: number, best: number | undefined) =>
  epoch === best ? t('epoch {0}, the best', formatCount(epoch)) : t('epoch {0}', formatCount(epoch));
