import type { Schedule } from '../schedules';

/** Along a line to 0, which the step after the last would have. */
export const linear: Schedule = { decays: false, factor: ({ step, nSteps }) => 1 - step / nSteps };
