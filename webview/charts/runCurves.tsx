import './curves.css';
import { useMemo, useState } from 'preact/hooks';
import type { EpochMetrics, RunSummary, RunView } from '../../src/protocol';
import { useChoice } from '../hooks';
import type { ViewState } from '../store';
import { useTheme } from '../theme';
import { Changes } from './changes';
import { ChartOptions } from './chartOptions';
import { ComparePicker } from './comparePicker';
import { CurveChart } from './curveChart';
import { comparedCurve } from './curves';
import { Exports } from './exports';
import { type ChartSettings, frameOf } from './frame';
import { accuracy, learningRate, loss } from './quantity';
import { useCompared } from './useCompared';
import type { Part } from './zoom';

interface RunCurvesProps {
  readonly view: RunView;
  /** All that are known; only where others can be compared with this one. */
  readonly runs?: readonly RunSummary[];
  readonly compared?: ViewState['compared'];
}

const none = { runs: [], compared: new Map() };

/** The curves of a run; pointing at an epoch in one chart shows it in all, and so does zooming. */
export function RunCurves({ view, runs = none.runs, compared = none.compared }: RunCurvesProps) {
  const theme = useTheme();
  const [hovered, setHovered] = useState<EpochMetrics | null>(null);
  const [part, setPart] = useState<Part>(null);
  const [isLogLoss, setLogLoss] = useChoice('logLoss', false);
  const [isLogEpochs, setLogEpochs] = useChoice('logEpochs', false);
  const [smoothing, setSmoothing] = useChoice('smoothing', 0);
  const [showsRate, setShowsRate] = useChoice('learningRateCurve', false);
  const settings = useMemo<ChartSettings>(
    () => ({ isLogLoss, isLogEpochs, smoothing }),
    [isLogLoss, isLogEpochs, smoothing],
  );
  const others = useCompared(view.run, runs, compared);
  const quantities = [
    loss,
    ...(view.run.task === 'classification' ? [accuracy] : []),
    ...(showsRate ? [learningRate] : []),
  ];
  const frames = () =>
    quantities.map(quantity =>
      frameOf({
        ...{ view, quantity, settings, part, valuePart: null, theme },
        compared: others.curves.map(each => ({
          ...each,
          curve: comparedCurve(each.run, each.epochs, quantity),
        })),
      }),
    );
  return (
    <div class="curves">
      <div class="curves-head">
        <ChartOptions
          choices={{ isLogEpochs, smoothing, showsRate }}
          onChoose={changed => {
            if (changed.isLogEpochs !== undefined) {
              setLogEpochs(changed.isLogEpochs);
              setPart(null);
            }
            if (changed.smoothing !== undefined) setSmoothing(changed.smoothing);
            if (changed.showsRate !== undefined) setShowsRate(changed.showsRate);
          }}
          isZoomed={part !== null}
          onReset={() => setPart(null)}
        >
          <Exports view={view} compared={others.curves} frames={frames} />
        </ChartOptions>
        <ComparePicker {...others} onChoose={others.choose} />
      </div>
      {quantities.map(quantity => (
        <CurveChart
          key={quantity.name}
          {...{ view, quantity, settings, part, theme, hovered }}
          compared={others.curves}
          onPart={setPart}
          onHover={setHovered}
          {...(quantity === loss && { onToggleLog: () => setLogLoss(!isLogLoss) })}
        />
      ))}
      <Changes adjustments={view.run.adjustments} />
    </div>
  );
}
