/** Ends of the axes. They move in steps, so that a growing curve does not make the whole chart slide. */

import type { RunStatus } from '../../src/protocol';
import { isLive } from '../runText';
import type { Extent } from './curve';
import { type AxisEnds, ticksOf } from './scale';

const mantissas = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** The next round number at or above a positive value; of the largest numbers themselves, none is above. */
export function stepUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const mantissa = mantissas.find(step => step * power >= value * (1 - 1e-12)) ?? 10;
  return Math.min(Number.MAX_VALUE, Number((mantissa * power).toPrecision(2)));
}

/**
 * A live run gets room to grow, but never beyond its plan; one that has ended fills the axis.
 * One that pauses in its first epoch shows that epoch alone, so that single steps are seen.
 */
export function epochAxisEnd(lastEpoch: number, plannedEpochs: number, status: RunStatus): number {
  if (status === 'paused' && lastEpoch === 0) return 1;
  const end = isLive(status) ? Math.min(plannedEpochs, stepUp(Math.max(10, lastEpoch))) : lastEpoch;
  return Math.max(1, end, lastEpoch);
}

/** From the first epoch on; what came before it has no place on a logarithmic axis, unless it is all there is. */
export function epochAxis(end: number, isLog: boolean, stepsPerEpoch: number): AxisEnds {
  if (!isLog) return { min: 0, max: end };
  return { min: end > 1 ? 1 : Math.min(0.5, 1 / stepsPerEpoch), max: end };
}

const finiteOr = (value: number, other: number) => (Number.isNaN(value) ? other : value);

/**
 * From 0 to a round number above all values and the reference.
 * A loss that explodes leaves the axis at 4 times its start: otherwise all that came before would lie on the floor.
 */
export function linearLossAxis(values: Extent, reference: number | null): AxisEnds {
  const first = finiteOr(values.first, 1);
  const highest = Math.max(reference ?? 0, finiteOr(values.highest, 0));
  return { min: 0, max: stepUp(Math.min(highest, 4 * Math.max(first, reference ?? 0)) || 1) };
}

/** Whole powers of ten around all positive values. */
export function logLossAxis({ lowestPositive, highest }: Extent, reference: number | null): AxisEnds {
  const isAbove = reference !== null && reference > 0;
  if (Number.isNaN(lowestPositive) && !isAbove) return { min: 0.1, max: 1 };
  const [least, most] = isAbove ? [reference, reference] : [lowestPositive, highest];
  const min = 10 ** Math.floor(Math.log10(Math.min(finiteOr(lowestPositive, least), least)));
  return {
    min,
    max: Math.min(
      Number.MAX_VALUE,
      Math.max(min * 10, 10 ** Math.ceil(Math.log10(Math.max(finiteOr(highest, most), most)))),
    ),
  };
}

/** Always up to 100 %; from the highest round number below all values. */
export function accuracyAxis({ lowest }: Extent): AxisEnds {
  return { min: [0.9, 0.8, 0.5].find(end => lowest >= end) ?? 0, max: 1 };
}

/** Round numbers around the values that are seen in a part of the epochs. */
export function fittedAxis(
  { lowest, highest, lowestPositive }: Extent,
  isLog: boolean,
  whole: AxisEnds,
): AxisEnds {
  const [low, high] = [isLog ? lowestPositive : lowest, Math.min(highest, whole.max)];
  if (!(low <= high)) return whole;
  if (isLog) return { min: Math.max(whole.min, low / 1.1), max: Math.min(whole.max, high * 1.1) };
  // What differs in the last digits only is a flat line.
  const room = Math.max((high - low || Math.abs(high) || 1) * 0.05, Math.abs(high) * 1e-9);
  const [min, max] = [low - room, high + room];
  const { values } = ticksOf({ min, max, isLog }, 8);
  const step = values.length > 1 ? values[1]! - values[0]! : max - min;
  return {
    min: Math.max(whole.min, Math.floor(min / step) * step),
    max: Math.min(whole.max, Math.ceil(max / step) * step),
  };
}
