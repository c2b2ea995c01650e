import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Predictions, ValueOutcomes } from '../../../src/protocol';
import { withAlpha } from '../../colour';
import { formatCount, formatShort, formatValue } from '../../format';
import { t } from '../../l10n';
import { type Theme, useTheme } from '../../theme';
import { useExplorer } from '../context';
import { px } from '../grid';
import { type Bin, type Brush, binsOf, errorsOf, inBrush, type SquareScale, scaleOf } from './scatter';

const maxSide = 320;
/** Room for the numbers of the axes. */
const margin = { left: 48, bottom: 32, top: 8, right: 8 };
const nBins = 10;
/** A drag that is shorter is a click. */
const minDrag = 4;

interface PredictedActualProps {
  readonly predictions: Predictions;
  readonly indices: readonly number[];
  readonly width: number;
}

/** Predicted values against actual ones: on the diagonal a prediction is right. Brushing chooses samples. */
export function PredictedActual({ predictions, indices, width }: PredictedActualProps) {
  const outcome = predictions.outcome as ValueOutcomes;
  const { meanAbsolute, rootMeanSquare, rSquared } = useMemo(() => errorsOf(outcome), [outcome]);
  const words = t(
    'R² {0} · mean absolute error {1} · root mean square {2}',
    formatValue(Number(rSquared.toPrecision(3))),
    formatValue(Number(meanAbsolute.toPrecision(4))),
    formatValue(Number(rootMeanSquare.toPrecision(4))),
  );
  const side = Math.min(maxSide, width);
  return (
    <figure class="predicted-actual">
      <figcaption>
        <span class="strong">{t('Predicted against actual')}</span> <span class="muted">{words}</span>
      </figcaption>
      {side > 0 && <Scatter outcome={outcome} indices={indices} side={side} description={words} />}
      <BinTable outcome={outcome} />
    </figure>
  );
}

interface ScatterProps {
  readonly outcome: ValueOutcomes;
  readonly indices: readonly number[];
  readonly side: number;
  readonly description: string;
}

interface Drag {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

function Scatter({ outcome, indices, side, description }: ScatterProps) {
  const { dispatch, focus } = useExplorer();
  const theme = useTheme();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const scale = useMemo(() => scaleOf(outcome), [outcome]);
  const axes = useMemo(() => axesOf(scale, side), [scale, side]);

  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context) draw(context, { outcome, indices, axes, theme, drag, sample: focus.sample });
  }, [outcome, indices, axes, theme, drag, focus.sample]);

  const pointOf = (event: PointerEvent) => [event.offsetX, event.offsetY] as const;
  function end() {
    setDrag(null);
    if (!drag) return;
    const isClick = drag.from.every((start, i) => Math.abs(start - drag.to[i]!) < minDrag);
    const chosen = isClick ? null : chosenBy(outcome, axes.brush(drag));
    dispatch({ type: 'filter', filter: { chosen } });
  }
  const ratio = devicePixelRatio;
  return (
    <canvas
      ref={canvas}
      width={side * ratio}
      height={side * ratio}
      style={{ width: px(side), height: px(side) }}
      role="img"
      aria-label={t('Predicted against actual values: {0}. The table below says the same.', description)}
      title={t('Drag to choose samples; click to choose all again')}
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ from: pointOf(event), to: pointOf(event) });
      }}
      onPointerMove={event => drag && setDrag({ from: drag.from, to: pointOf(event) })}
      onPointerUp={end}
      onPointerCancel={() => setDrag(null)}
    />
  );
}

function chosenBy(outcome: ValueOutcomes, brush: Brush) {
  const range = (ends: readonly [number, number]) =>
    `${formatShort(Math.min(...ends))} … ${formatShort(Math.max(...ends))}`;
  return {
    indices: inBrush(outcome, brush),
    words: t('actual {0}, predicted {1}', range(brush.actual), range(brush.predicted)),
  };
}

/** From values to pixels and back, over a square. */
function axesOf({ min, max }: SquareScale, side: number) {
  const width = side - margin.left - margin.right;
  const height = side - margin.top - margin.bottom;
  const toX = (value: number) => margin.left + ((value - min) / (max - min)) * width;
  const toY = (value: number) => side - margin.bottom - ((value - min) / (max - min)) * height;
  const fromX = (x: number) => min + ((x - margin.left) / width) * (max - min);
  const fromY = (y: number) => min + ((side - margin.bottom - y) / height) * (max - min);
  const brush = ({ from, to }: Drag): Brush => ({
    actual: [fromX(from[0]), fromX(to[0])],
    predicted: [fromY(from[1]), fromY(to[1])],
  });
  return { min, max, side, toX, toY, brush };
}

interface Drawing {
  readonly outcome: ValueOutcomes;
  readonly indices: readonly number[];
  readonly axes: ReturnType<typeof axesOf>;
  readonly theme: Theme;
  readonly drag: Drag | null;
  readonly sample: number | null;
}

function draw(context: CanvasRenderingContext2D, drawing: Drawing) {
  const { axes, theme, drag } = drawing;
  const { side } = axes;
  context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
  context.clearRect(0, 0, side, side);
  drawAxes(context, axes, theme);
  drawPoints(context, drawing);
  if (!drag) return;
  context.strokeStyle = theme.text;
  context.setLineDash([4, 2]);
  context.strokeRect(...drag.from, drag.to[0] - drag.from[0], drag.to[1] - drag.from[1]);
  context.setLineDash([]);
}

function drawAxes(
  context: CanvasRenderingContext2D,
  { min, max, side, toX, toY }: Drawing['axes'],
  theme: Theme,
) {
  context.strokeStyle = theme.grid;
  context.strokeRect(toX(min), toY(max), toX(max) - toX(min), toY(min) - toY(max));
  context.strokeStyle = theme.muted;
  context.beginPath();
  context.moveTo(toX(min), toY(min));
  context.lineTo(toX(max), toY(max));
  context.stroke();
  context.fillStyle = theme.muted;
  context.font = `11px ${theme.fontFamily}`;
  context.textBaseline = 'middle';
  for (const tick of ticksOf(min, max)) {
    context.textAlign = 'center';
    context.fillText(formatShort(tick), toX(tick), side - margin.bottom + 8);
    context.textAlign = 'right';
    context.fillText(formatShort(tick), margin.left - 4, toY(tick));
  }
  context.textAlign = 'center';
  context.fillText(t('actual'), (toX(min) + toX(max)) / 2, side - 8);
  context.save();
  context.translate(8, (toY(min) + toY(max)) / 2);
  context.rotate(-Math.PI / 2);
  context.fillText(t('predicted'), 0, 0);
  context.restore();
}

/** Three or four round values. */
function ticksOf(min: number, max: number): number[] {
  const rough = (max - min) / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map(each => each * power).findLast(each => each <= rough * 1.2) ?? power;
  const ticks: number[] = [];
  for (let n = Math.ceil(min / step); n * step <= max; n++) ticks.push(n * step);
  return ticks;
}

/** Those that are listed are full, the others hollow; the one that is looked at has a ring. */
function drawPoints(context: CanvasRenderingContext2D, { outcome, indices, axes, theme, sample }: Drawing) {
  const { trueValue, predictedValue } = outcome;
  const { toX, toY } = axes;
  const isListed = new Set(indices);
  const size = trueValue.length > 2000 ? 2 : 4;
  context.fillStyle = withAlpha(theme.train, 0.7);
  context.strokeStyle = withAlpha(theme.train, 0.3);
  for (let i = 0; i < trueValue.length; i++) {
    const [x, y] = [toX(trueValue[i]!) - size / 2, toY(predictedValue[i]!) - size / 2];
    if (isListed.has(i)) context.fillRect(x, y, size, size);
    else context.strokeRect(x, y, size, size);
  }
  if (sample === null || sample >= trueValue.length) return;
  context.strokeStyle = theme.text;
  context.beginPath();
  context.arc(toX(trueValue[sample]!), toY(predictedValue[sample]!), 6, 0, 2 * Math.PI);
  context.stroke();
}

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
