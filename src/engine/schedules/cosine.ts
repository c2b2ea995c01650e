import type { Schedule } from '../schedules';

/**
 * Half a cosine wave to 0, which the step after the last would have: slow, fast, slow.
 * Source: Loshchilov and Hutter 2017, equation 5, without restarts.
 */
export const cosine: Schedule = {
  decays: false,
  factor: ({ step, nSteps }) => (1 + Math.cos((Math.PI * step) / nSteps)) / 2,
};
