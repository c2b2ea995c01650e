import type { TrainingDynamics } from '../engine/trainingDynamics';

/** Validation samples by what the model thought of their true class over the epochs. */
export interface DataMap extends TrainingDynamics {
  /** Epochs with recorded losses. */
  readonly nEpochs: number;
  readonly lastEpoch: number;
  /** Of the validation part. */
  readonly nSamples: number;
  /** (samples) of the map: their index in the validation part; all, or evenly some of very many. */
  readonly indices: Uint32Array;
}
