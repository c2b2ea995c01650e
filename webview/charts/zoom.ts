/** Which part of the axes is seen, as pure functions of what a person does. */
import { type Axis, type AxisEnds, atShare, shareOf } from './scale';

/** The part of the epochs is that of all charts of a run; null for the whole axis. */
export type Part = AxisEnds | null;

/** Further in than this there is nothing to see: the numbers end. */
const maxZoom = 1e6;

/**
 * The part of an axis that is seen after a zoom.
 * @param axis as it is seen now
 * @param factor above 1 goes in, below 1 out
 * @param at     what stays where it is, as a share of what is seen now
 * @returns null when that is the whole axis again
 */
export function zoomed(axis: Axis, whole: AxisEnds, factor: number, at = 0.5): Part {
  const half = 1 / factor;
  return within(axis, whole, at - at * half, at + (1 - at) * half);
}

/** @param share of what is seen now, to move by; positive goes to larger values */
export function panned(axis: Axis, whole: AxisEnds, share: number): Part {
  const [low, high] = [shareOf(axis, whole.min), shareOf(axis, whole.max)];
  const by = Math.min(high - 1, Math.max(low, share));
  return within(axis, whole, by, 1 + by);
}

/** The part between two shares of what is seen now, within the whole axis. */
export function within(axis: Axis, whole: AxisEnds, from: number, to: number): Part {
  const [low, high] = [shareOf(axis, whole.min), shareOf(axis, whole.max)];
  const [start, end] = [Math.max(low, Math.min(from, to)), Math.min(high, Math.max(from, to))];
  if (end - start >= (high - low) * (1 - 1e-9)) return null;
  if (end - start < (high - low) / maxZoom) return { min: axis.min, max: axis.max };
  return { min: atShare(axis, start), max: atShare(axis, end) };
}
