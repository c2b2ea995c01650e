/** How single samples come out. */
import type { ImageShape, Split, TextPlace } from '../data/types';

export type { TextPlace };

/** Every sample of a split, in its order: what tables, filters and charts need. */
export interface Predictions {
  readonly epoch: number;
  readonly split: Split;
  /** Mean of the losses. */
  readonly loss: number;
  /** Null for regression. */
  readonly accuracy: number | null;
  /** (samples) 0-based rows of the data; several samples may be of one text. */
  readonly rows: Uint32Array;
  /** (samples) 1-based lines of the source file; null where it has none. */
  readonly lines: Uint32Array | null;
  /** (samples) negative log-likelihood in nats, or the loss of the scaled target (mean 0, deviation 1). */
  readonly losses: Float32Array;
  readonly outcome: ClassOutcomes | ValueOutcomes;
  /** (samples) bit i is set where `tagNames[i]` applies. */
  readonly tags: Uint8Array;
  /** Those that could be told: none for regression, label suspects only where the course of each sample is known. */
  readonly tagNames: readonly TagName[];
}

/** What is conspicuous about a sample; each is defined where `worker/tags.ts` tells it. */
export type TagName = 'confidently wrong' | 'ambiguous' | 'systematic' | 'label suspect';

/** How near each sample of a split is to the middle of its own class. */
export interface Typicality {
  /** (samples) from the mean of the true class, 1 is as far as usual in it; NaN for those that were not looked at. */
  readonly distances: Float32Array;
  /** Between which numbers of a sample it was measured. */
  readonly space: 'last hidden layer' | 'inputs';
  /** Samples looked at: one of each so many where all would take too long. */
  readonly nLookedAt: number;
}

export interface Found {
  /** Samples that the search found, ascending by their index in the split. */
  readonly indices: Uint32Array;
  /** Columns of numbers were left out, because there are too many cells. */
  readonly withoutNumbers: boolean;
}

export interface SamplesCsv {
  readonly text: string;
  /** The first of the samples that were asked for; fewer than all where the file would be too large. */
  readonly nSamples: number;
}

/** (samples) each; classes as indices into the run's class names. */
export interface ClassOutcomes {
  readonly kind: 'class';
  readonly trueClass: Int32Array;
  readonly predictedClass: Int32Array;
  readonly probabilityOfTrue: Float32Array;
  readonly probabilityOfPredicted: Float32Array;
  /** Of the likeliest class but one. */
  readonly probabilityOfSecond: Float32Array;
}

/** (samples) each, in original units. */
export interface ValueOutcomes {
  readonly kind: 'value';
  readonly trueValue: Float32Array;
  readonly predictedValue: Float32Array;
}

export interface Sample {
  /** 0-based among the samples of the split. */
  readonly index: number;
  /** 0-based row of the data; several samples may be of one text. */
  readonly row: number;
  /** 1-based line in the source file, where it has one. */
  readonly line: number | null;
  /** Negative log-likelihood in nats, or the loss of the scaled target (mean 0, deviation 1). */
  readonly loss: number;
  readonly prediction: ClassPrediction | ValuePrediction;
  /** Where the inputs are an image. */
  readonly picture: Picture | null;
  /** Where a character of a text is predicted. */
  readonly place: TextPlace | null;
  /** The row's cells in original units, those that deviate most from their mean first. */
  readonly cells: readonly Cell[];
}

export interface Picture extends ImageShape {
  /** (height × width), 0 … 255, brightest cell of the training part = 255. */
  readonly pixels: Uint8Array;
}

export interface ClassPrediction {
  readonly kind: 'class';
  readonly trueClass: string;
  readonly predictedClass: string;
  readonly probabilityOfTrue: number;
  readonly probabilityOfPredicted: number;
  /** (classes) */
  readonly probabilities: readonly number[];
}

export interface ValuePrediction {
  readonly kind: 'value';
  readonly trueValue: number;
  readonly predictedValue: number;
}

export interface Cell {
  readonly name: string;
  readonly text: string;
  /** Standard deviations from the training part's mean; null for a category. */
  readonly deviation: number | null;
}
