/** From values to pixels and back, linear or logarithmic, and the round values between. */

export interface AxisEnds {
  readonly min: number;
  readonly max: number;
}

export interface Axis extends AxisEnds {
  readonly isLog: boolean;
}

/** An axis and the pixels where it begins and ends. */
export interface Scale extends Axis {
  readonly start: number;
  readonly end: number;
}

/** Far outside of any chart, and still a number that a canvas can draw. */
const farAway = 1e4;

/** What is evenly spread along the axis. */
const forward = ({ isLog }: Axis, value: number) => (isLog ? Math.log10(value) : value);
const backward = ({ isLog }: Axis, value: number) => (isLog ? 10 ** value : value);

/** The pixel of a value; on a logarithmic axis 0 lies far below. */
export function toPixel(scale: Scale): (value: number) => number {
  const from = forward(scale, scale.min);
  const perUnit = (scale.end - scale.start) / (forward(scale, scale.max) - from);
  const clamp = (pixel: number) => Math.max(-farAway, Math.min(farAway, pixel));
  return scale.isLog
    ? value => clamp(scale.start + (value > 0 ? Math.log10(value) - from : -farAway) * perUnit)
    : value => clamp(scale.start + (value - from) * perUnit);
}

export function toValue(scale: Scale, pixel: number): number {
  const share = (pixel - scale.start) / (scale.end - scale.start);
  return atShare(scale, share);
}

/** The value at a part of the axis, 0 for its beginning and 1 for its end. */
export function atShare(axis: Axis, share: number): number {
  const from = forward(axis, axis.min);
  return backward(axis, from + share * (forward(axis, axis.max) - from));
}

/** @returns the part of the axis where a value lies */
export function shareOf(axis: Axis, value: number): number {
  const from = forward(axis, axis.min);
  return (forward(axis, value) - from) / (forward(axis, axis.max) - from);
}

export interface Ticks {
  readonly values: readonly number[];
  /** Of the grid, between those that carry a number. */
  readonly minor: readonly number[];
  /** Decimals with which two neighbours differ. */
  readonly decimals: number;
}

/** Round values along an axis, at most about `maxCount`. */
export function ticksOf(axis: Axis, maxCount: number): Ticks {
  return axis.isLog && axis.max / axis.min >= 10 ? logTicks(axis, maxCount) : linearTicks(axis, maxCount);
}

function linearTicks({ min, max }: Axis, maxCount: number): Ticks {
  const rough = (max - min) / Math.max(1, maxCount);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find(mantissa => mantissa * power >= rough * (1 - 1e-9)) ?? 10) * power;
  // Ends that are no numbers, or so close together that numbers have no more digits between them, have nothing round.
  if (!(step > Math.max(Math.abs(min), Math.abs(max)) * 1e-15 && step < Number.POSITIVE_INFINITY))
    return { values: [], minor: [], decimals: 0 };
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const values: number[] = [];
  const last = Math.floor(max / step + 1e-9);
  for (let i = Math.ceil(min / step - 1e-9); i <= last; i++)
    values.push(Number((i * step).toFixed(Math.min(100, decimals))));
  return { values, minor: [], decimals };
}

/** Powers of ten, each n-th where they are many; between them 2 … 9 in the grid where there is room. */
function logTicks({ min, max }: Axis, maxCount: number): Ticks {
  const [low, high] = [Math.ceil(Math.log10(min) - 1e-9), Math.floor(Math.log10(max) + 1e-9)];
  const stride = Math.max(1, Math.ceil((high - low + 1) / maxCount));
  const values: number[] = [];
  for (let power = low; power <= high; power += stride) values.push(10 ** power);
  const minor: number[] = [];
  if (stride === 1) {
    for (let power = low - 1; power <= high; power++)
      for (let digit = 2; digit < 10; digit++) minor.push(digit * 10 ** power);
  }
  return { values, minor: minor.filter(value => value > min && value < max), decimals: 0 };
}
