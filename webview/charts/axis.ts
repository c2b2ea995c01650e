/** Ends of the axes. They move in steps, so that a growing curve does not make the whole chart slide. */

import type { RunStatus } from '../../src/protocol';
import { isLive } from '../runText';

export interface AxisEnds {
  readonly min: number;
  readonly max: number;
}

const mantissas = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** The next round number at or above a positive value. */
export function stepUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const mantissa = mantissas.find(step => step * power >= value * (1 - 1e-12)) ?? 10;
  return Number((mantissa * power).toPrecision(2));
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

/**
 * From 0 to a round number above all values and the reference.
 * A loss that explodes leaves the axis at 4 times its start: otherwise all that came before would lie on the floor.
 */
export function linearLossAxis(values: readonly number[], reference: number | null): AxisEnds {
  const first = values[0] ?? 1;
  const highest = values.reduce((a, b) => Math.max(a, b), reference ?? 0);
  return { min: 0, max: stepUp(Math.min(highest, 4 * Math.max(first, reference ?? 0)) || 1) };
}

/** Whole powers of ten around all positive values. */
export function logLossAxis(values: readonly number[], reference: number | null): AxisEnds {
  const positive = [...values, reference ?? 0].filter(value => value > 0);
  if (positive.length === 0) return { min: 0.1, max: 1 };
  const lowest = positive.reduce((a, b) => Math.min(a, b));
  const highest = positive.reduce((a, b) => Math.max(a, b));
  const min = 10 ** Math.floor(Math.log10(lowest));
  return { min, max: Math.max(min * 10, 10 ** Math.ceil(Math.log10(highest))) };
}

/** Always up to 100 %; from the highest round number below all values. */
export function accuracyAxis(values: readonly number[]): AxisEnds {
  const lowest = values.reduce((a, b) => Math.min(a, b), 1);
  const min = [0.9, 0.8, 0.5].find(end => values.length > 0 && lowest >= end) ?? 0;
  return { min, max: 1 };
}
