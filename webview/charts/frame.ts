import type { EpochMetrics, RunSummary, RunView } from '../../src/protocol';
import { t } from '../l10n';
import type { Theme } from '../theme';
import { accuracyAxis, epochAxis, epochAxisEnd, fittedAxis, linearLossAxis, logLossAxis } from './axis';
import type { Curve, Extent } from './curve';
import { noExtent, union } from './curve';
import { type CurveSet, curveSet, extentOfSet } from './curves';
import { extentWithin } from './decimate';
import type { Quantity } from './quantity';
import type { RunStyle } from './runStyle';
import type { Axis, AxisEnds } from './scale';
import type { Part } from './zoom';

/** Another run behind the one that is shown. */
export interface ComparedRunCurves {
  readonly run: RunSummary;
  readonly epochs: readonly EpochMetrics[];
  readonly style: RunStyle;
}

export interface ComparedLine extends ComparedRunCurves {
  readonly curve: Curve;
}

/** All that one drawing of a chart depends on. */
export interface ChartFrame {
  readonly quantity: Quantity;
  readonly curves: CurveSet;
  readonly compared: readonly ComparedLine[];
  /** The parts of the axes that are seen. */
  readonly x: Axis;
  readonly y: Axis;
  /** All that there is to see. */
  readonly wholeX: AxisEnds;
  readonly wholeY: AxisEnds;
  readonly axisTitle: string;
  readonly theme: Theme;
}

/** What a person chose for all charts of a run. */
export interface ChartSettings {
  readonly isLogLoss: boolean;
  readonly isLogEpochs: boolean;
  /** Weight of what came before, 0 for no smoothing. */
  readonly smoothing: number;
}

interface FrameParams {
  readonly view: RunView;
  readonly quantity: Quantity;
  readonly compared: readonly ComparedLine[];
  readonly settings: ChartSettings;
  readonly part: Part;
  readonly valuePart: Part;
  readonly theme: Theme;
}

export function frameOf(params: FrameParams): ChartFrame {
  const { view, quantity, compared, settings, part, valuePart, theme } = params;
  const { run, epochs } = view;
  // A rate is what it was set to: there is no noise to take out.
  const curves = curveSet(view, quantity, quantity.validation ? settings.smoothing : 0);
  const isLog = quantity.name === 'learning rate' || (quantity.name === 'loss' && settings.isLogLoss);
  const lastCompared = compared.reduce((last, { run }) => Math.max(last, run.lastEpoch), 0);
  const end = Math.max(epochAxisEnd(epochs.at(-1)?.epoch ?? 0, run.plannedEpochs, run.status), lastCompared);
  const wholeX = epochAxis(end, settings.isLogEpochs, run.stepsPerEpoch);
  const wholeY = valueAxis(quantity, curves, compared, isLog);
  const seen = part ? fittedAxis(extentSeen(curves, compared, part), isLog, wholeY) : wholeY;
  return {
    ...{ quantity, curves, compared, wholeX, wholeY, theme },
    x: { ...(part ?? wholeX), isLog: settings.isLogEpochs },
    y: { ...(valuePart ?? seen), isLog },
    axisTitle: axisTitle(quantity, run),
  };
}

function axisTitle(quantity: Quantity, { task }: RunSummary): string {
  if (quantity.name !== 'loss') return quantity.title();
  return task === 'classification' ? t('loss (nats)') : t('squared error ÷ variance');
}

function valueAxis(
  quantity: Quantity,
  curves: CurveSet,
  compared: readonly ComparedLine[],
  isLog: boolean,
): AxisEnds {
  const extent = compared.reduce((all, { curve }) => union(all, curve.extent), extentOfSet(curves));
  if (quantity.name === 'accuracy') return accuracyAxis(extent);
  const reference = curves.references[0]?.value ?? null;
  return isLog ? logLossAxis(extent, reference) : linearLossAxis(extent, reference);
}

function extentSeen(
  { train, validation, steps }: CurveSet,
  compared: readonly ComparedLine[],
  ends: AxisEnds,
) {
  const seen = [train, validation, ...compared.map(({ curve }) => curve)].reduce<Extent>(
    (extent, curve) => (curve ? union(extent, extentWithin(curve, ends)) : extent),
    noExtent,
  );
  // Between two epochs there are single batches only.
  return Number.isNaN(seen.first) ? extentWithin(steps, ends) : seen;
}
