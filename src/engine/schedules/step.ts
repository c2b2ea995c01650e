import type { Schedule } from '../schedules';

/** Multiplied by the decay at once, whenever its steps are over. */
export const step: Schedule = {
  decays: true,
  factor: ({ step, decay, decaySteps }) => decay ** Math.floor(step / decaySteps),
};
