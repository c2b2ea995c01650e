import type { ChartData } from 'chart.js';
import type { Point } from './decimate';
import type { ChartFrame } from './frame';
import type { Scales } from './layout';

/** What a plugin draws of. */
export interface Drawn {
  readonly frame: ChartFrame;
  readonly scales: Scales;
}

/** Data of a chart with what its plugins draw behind the curves and over them; null draws nothing. */
export interface CurveChartData extends ChartData<'line', Point[]> {
  readonly compared: Drawn | null;
  readonly marks: Drawn | null;
}
