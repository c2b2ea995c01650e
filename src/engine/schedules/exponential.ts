import type { Schedule } from '../schedules';

/** As `step`, but a little in every step. */
export const exponential: Schedule = {
  decays: true,
  factor: ({ step, decay, decaySteps }) => decay ** (step / decaySteps),
};
