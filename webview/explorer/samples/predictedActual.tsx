import { useCallback, useMemo, useState } from 'preact/hooks';
import type { Predictions, ValueOutcomes } from '../../../src/protocol';
import { ticksOf } from '../../charts/scale';
import type { SampleFilter } from '../../focus';
import { formatCount, formatShort, formatValue } from '../../format';
import { t } from '../../l10n';
import { margins } from '../axes';
import { inRectangle, type Rectangle } from '../brush';
import { useExplorer } from '../context';
import { Scatter } from '../scatter';
import { type Bin, binsOf, errorsOf, scaleOf } from './residuals';

const maxSide = 320;
const maxTicks = 4;
const nBins = 10;

interface PredictedActualProps {
  readonly predictions: Predictions;
  readonly indices: readonly number[];
}

/** Predicted values against actual ones: on the diagonal a prediction is right. Brushing chooses samples. */
export function PredictedActual({ predictions, indices }: PredictedActualProps) {
  const outcome = predictions.outcome as ValueOutcomes;
  const { meanAbsolute, rootMeanSquare, rSquared } = useMemo(() => errorsOf(outcome), [outcome]);
  const words = t(
    'R² {0} · mean absolute error {1} · root mean square {2}',
    formatValue(Number(rSquared.toPrecision(3))),
    formatValue(Number(meanAbsolute.toPrecision(4))),
    formatValue(Number(rootMeanSquare.toPrecision(4))),
  );
  return (
    <figure class="predicted-actual">
      <figcaption>
        <span class="strong">{t('Predicted against actual')}</span> <span class="muted">{words}</span>
      </figcaption>
      <Chart
        {...{ outcome, indices }}
        description={t('Predicted against actual values: {0}. The table below says the same.', words)}
      />
      <BinTable outcome={outcome} />
    </figure>
  );
}

interface ChartProps {
  readonly outcome: ValueOutcomes;
  readonly indices: readonly number[];
  readonly description: string;
}

/** Those that are listed are full, the others faint; the one that is looked at has a ring. */
function Chart({ outcome, indices, description }: ChartProps) {
  const { dispatch, focus } = useExplorer();
  const { trueValue, predictedValue } = outcome;
  const { chosen } = focus.filter;
  const [brushed, setBrushed] = useState<Rectangle | null>(null);
  const isListed = useMemo(() => new Set(indices), [indices]);
  const isChosen = useCallback((i: number) => isListed.has(i), [isListed]);
  const [x, y] = useMemo(() => {
    const ends = scaleOf(outcome);
    const axis = { ...ends, ticks: ticksOf({ ...ends, isLog: false }, maxTicks).values };
    return [
      { ...axis, title: t('actual'), values: trueValue },
      { ...axis, title: t('predicted'), values: predictedValue },
    ] as const;
  }, [outcome]);
  const choose = (chosen: SampleFilter['chosen']) => dispatch({ type: 'filter', filter: { chosen } });
  const brush = (next: Rectangle | null) => {
    setBrushed(next);
    choose(next && { indices: inRectangle(trueValue, predictedValue, next), words: wordsOf(next) });
  };
  return (
    <Scatter
      {...{ x, y, isChosen, description }}
      isWrong={isWrong}
      ringed={focus.sample}
      maxWidth={maxSide}
      heightOf={width => width - margins.left - margins.right + margins.top + margins.bottom}
      brushed={brushed && chosen?.words === wordsOf(brushed) ? brushed : null}
      title={t('Drag to choose samples; click to choose all again')}
      onBrush={brush}
      onChoose={i =>
        choose({
          indices: [i],
          words: t('actual {0}, predicted {1}', formatValue(trueValue[i]), formatValue(predictedValue[i])),
        })
      }
    >
      {({ width, height }) => <path class="ideal" d={`M0 ${height}L${width} 0`} />}
    </Scatter>
  );
}

/** A quantity is never quite right. */
const isWrong = () => false;

const wordsOf = ({ x, y }: Rectangle) =>
  t('actual {0}, predicted {1}', ...[x, y].map(range => range.map(formatShort).join(' … ')));

/** The chart for those who do not see it, or have no pointer to brush with. */
function BinTable({ outcome }: { readonly outcome: ValueOutcomes }) {
  const { dispatch } = useExplorer();
  const bins = useMemo(() => binsOf(outcome, nBins), [outcome]);
  const rangeOf = ({ from, to }: Bin) => `${formatValue(from)} … ${formatValue(to)}`;
  const choose = (bin: Bin) =>
    dispatch({
      type: 'filter',
      filter: { chosen: { indices: bin.indices, words: t('actual {0}', rangeOf(bin)) } },
    });
  return (
    <details class="bin-table">
      <summary>{t('As a table')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('actual')}</th>
            <th scope="col">{t('samples')}</th>
            <th scope="col">{t('mean predicted')}</th>
            <th scope="col">{t('largest residual')}</th>
          </tr>
        </thead>
        <tbody>
          {bins.map(bin => (
            <tr key={bin.from}>
              <th scope="row">
                <button
                  type="button"
                  class="link"
                  title={t('Choose these samples')}
                  onClick={() => choose(bin)}
                >
                  {rangeOf(bin)}
                </button>
              </th>
              <td>{formatCount(bin.indices.length)}</td>
              <td>{formatValue(bin.meanPredicted)}</td>
              <td>{formatValue(bin.largestResidual)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
