/** How far the probabilities of a classifier can be trusted. */
import type { Split } from '../data/types';
import type { Calibration } from '../engine/calibration';
import type { RocCurve } from '../engine/rocCurve';

export type { Calibration, RocCurve };

export interface Rates {
  readonly epoch: number;
  readonly split: Split;
  readonly nSamples: number;
  /** Samples that the curves are of: all, unless samples and classes are very many together. */
  readonly nRanked: number;
  /** (classes), each against all others, thinned for drawing; null where the split does not hold both kinds. */
  readonly curves: readonly (RocCurve | null)[];
  /** The same in fewer and in more bins. */
  readonly calibrations: readonly Calibration[];
}
