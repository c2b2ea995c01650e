import { ofDifference } from './difference';

/** Mean of |d|; at d = 0 the derivative is taken as 0, as PyTorch does. */
export const meanAbsoluteError = ofDifference(Math.abs, Math.sign);
