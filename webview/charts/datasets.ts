/** The lines of a chart as chart.js takes them: the few points that are seen of each. */
import type { ChartDataset } from 'chart.js';
import { withAlpha } from '../colour';
import type { Curve } from './curve';
import { decimated, type Point } from './decimate';
import type { ChartFrame } from './frame';
import type { Scales } from './layout';

export type LineDataset = ChartDataset<'line', Point[]>;

interface LineStyle {
  readonly colour: string;
  readonly width: number;
  readonly dash?: readonly number[];
  /** Of points that make no line. */
  readonly radius?: number;
}

function dataset(curve: Curve, { x }: Scales, isLog: boolean, style: LineStyle): LineDataset {
  const { colour, width, dash = [], radius = 2 } = style;
  const data = decimated(curve, x);
  // Where it goes up and down within each pixel it is a band: dashes are not seen in it and take long to paint.
  const isBand = data.length > 2 * Math.abs(x.end - x.start);
  // 0 has no place on a logarithmic axis; the line to it leads out of the chart.
  if (isLog) for (const point of data) if (point.y <= 0) point.y = Number.MIN_VALUE;
  const isGap = (i: number) => Number.isNaN(data[i]?.y ?? Number.NaN);
  const isLonely = (_: Point, i: number) => !isGap(i) && isGap(i - 1) && isGap(i + 1);
  return {
    data,
    borderColor: colour,
    backgroundColor: colour,
    borderWidth: isBand ? 1 : width,
    borderDash: isBand ? [] : [...dash],
    // One point between two gaps makes no line.
    pointRadius: data.some(isLonely) ? data.map((point, i) => (isLonely(point, i) ? radius : 0)) : 0,
    pointBorderWidth: 0,
  };
}

/** Later ones are drawn first, so that the noisy step losses stay behind. Where curves are smoothed, the raw ones are light. */
export function curveDatasets({ curves, theme, y }: ChartFrame, scales: Scales): LineDataset[] {
  const { train, validation, steps, smoothTrain, smoothValidation } = curves;
  const dash = [5, 3];
  const sets: LineDataset[] = [];
  const add = (curve: Curve | null, style: LineStyle) => {
    if (curve) sets.push(dataset(curve, scales, y.isLog, style));
  };
  const raw = (colour: string, smooth: Curve | null) =>
    smooth ? { colour: withAlpha(colour, 0.35), width: 1 } : { colour, width: 1.5 };
  add(smoothTrain, { colour: theme.train, width: 1.75 });
  add(smoothValidation, { colour: theme.validation, width: 1.75, dash });
  add(train, raw(theme.train, smoothTrain));
  add(validation, { ...raw(theme.validation, smoothValidation), dash });
  // Before the first epoch ends, single steps are all there is to see.
  const isFirst = train.length === 0;
  const colour = isFirst ? theme.train : withAlpha(theme.train, 0.25);
  const ofSteps = dataset(steps, scales, y.isLog, { colour, width: 1, radius: isFirst ? 1.5 : 0.5 });
  // Single steps are led by hand: each is seen.
  sets.push(isFirst && steps.length < 100 ? { ...ofSteps, pointRadius: 1.5 } : ofSteps);
  return sets;
}
