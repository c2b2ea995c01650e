import { constant } from './schedules/constant';
import { cosine } from './schedules/cosine';
import { exponential } from './schedules/exponential';
import { linear } from './schedules/linear';
import { oneCycle } from './schedules/oneCycle';
import { step } from './schedules/step';

/** Where a run stands; steps of the warm-up are not counted. */
export interface ScheduleTime {
  /** From 0. */
  readonly step: number;
  readonly nSteps: number;
  /** Factor in (0, 1), and how many steps it takes; read by schedules that decay. */
  readonly decay: number;
  readonly decaySteps: number;
}

/** One record a schedule. */
export interface Schedule {
  /** True where it reads `decay` and `decaySteps`. */
  readonly decays: boolean;
  /** The part of the learning rate that a step takes, in [0, 1]. */
  readonly factor: (time: ScheduleTime) => number;
}

/** Every schedule by the name that the configuration uses. */
export const schedules = {
  constant,
  step,
  exponential,
  cosine,
  linear,
  one_cycle: oneCycle,
} satisfies Record<string, Schedule>;
export type ScheduleName = keyof typeof schedules;

export interface ScheduleSettings {
  readonly learningRateSchedule: ScheduleName;
  /** May be a fraction; as `learningRateDecayEpochs`. */
  readonly warmupEpochs: number;
  readonly learningRateDecay: number;
  readonly learningRateDecayEpochs: number;
}

/**
 * The learning rate of one step: rises linearly to the full rate over the warm-up, then follows the schedule to the end
 * of the run. It depends on the step's number alone, so that a resumed run needs to know nothing more.
 * @param step    from 0
 * @param nBatches steps in an epoch
 */
export function learningRateAt(
  step: number,
  nBatches: number,
  settings: ScheduleSettings & { readonly learningRate: number; readonly epochs: number },
): number {
  const { learningRate, epochs, warmupEpochs, learningRateDecay, learningRateDecayEpochs } = settings;
  const nWarmup = Math.round(warmupEpochs * nBatches);
  if (step < nWarmup) return (learningRate * (step + 1)) / nWarmup;
  const factor = schedules[settings.learningRateSchedule].factor({
    step: step - nWarmup,
    nSteps: epochs * nBatches - nWarmup,
    decay: learningRateDecay,
    decaySteps: learningRateDecayEpochs * nBatches,
  });
  return learningRate * factor;
}
