import type { Schedule } from '../schedules';

/** The full rate in every step. */
export const constant: Schedule = { decays: false, factor: () => 1 };
