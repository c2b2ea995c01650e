import { ofDifference } from './difference';

/** Mean of d². */
export const meanSquaredError = ofDifference(
  d => d * d,
  d => 2 * d,
);
