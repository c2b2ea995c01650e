/**
 * What the views of the Model Explorer ask about a model. A question is a line here, a file in `worker/questions` and a
 * line in the registry there.
 */
import type { Split } from '../data/types';
import type { Predictions, Sample } from './samples';
import type { Weights } from './weights';

export interface Questions {
  weights: { params: null; result: Weights };
  predictions: { params: OfSplit; result: Predictions };
  samples: { params: OfSplit & { readonly indices: readonly number[] }; result: readonly Sample[] };
}
export type QuestionName = keyof Questions;

export interface OfSplit {
  readonly split: Split;
}

/** Which weights are looked at. */
export interface ModelAt {
  readonly runFolder: string;
  /** One that was recorded; null is where a live run stands, or the best of one that has ended. */
  readonly epoch: number | null;
  /** What a person changed by hand, on top of that. */
  readonly edits: readonly WeightEdit[];
}

export interface WeightEdit {
  /** 0 is the first one. */
  readonly layer: number;
  /** Row of the layer's weights; null is the bias. */
  readonly input: number | null;
  readonly output: number;
  readonly value: number;
}

/** The weights of a live run between two steps, as `runs/checkpoint` encodes them. */
export interface Snapshot {
  /** Epochs that are over. */
  readonly epoch: number;
  readonly step: number;
  readonly weights: Uint8Array;
}

export interface Inquiry {
  readonly at: ModelAt;
  readonly question: string;
  /** Those of the question, which checks them. */
  readonly params: unknown;
}
