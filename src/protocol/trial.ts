/** A model tried on inputs that a person types or draws. */
import type { ImageShape, Split } from '../data/types';
import type { Picture } from './samples';

/** What the inputs of a model are, for a page to fill in. */
export type Form = RowForm | ImageForm | TextForm;

export interface RowForm {
  readonly kind: 'row';
  readonly features: readonly FormFeature[];
}

export type FormFeature = NumericFeature | CategoryFeature;

/** Figures of the training part, in original units. */
export interface NumericFeature {
  readonly kind: 'numeric';
  readonly name: string;
  readonly mean: number;
  readonly std: number;
  readonly min: number;
  readonly max: number;
  /** All of the training part's are whole numbers. */
  readonly isWhole: boolean;
  /** A missing cell is filled in. */
  readonly mayBeMissing: boolean;
}

export interface CategoryFeature {
  readonly kind: 'category';
  readonly name: string;
  /** The first of them, where there are very many. */
  readonly categories: readonly string[];
  readonly nCategories: number;
  readonly mostFrequent: string;
  readonly mayBeMissing: boolean;
}

export interface ImageForm extends ImageShape {
  readonly kind: 'image';
  /** Brightest cell of the training part. */
  readonly max: number;
  readonly isDarkOnLight: boolean;
  /** Pixels are whole numbers. */
  readonly isBytes: boolean;
}

export interface TextForm {
  readonly kind: 'text';
  /** Characters before the one that is predicted. */
  readonly context: number;
  readonly characters: readonly string[];
}

/** In original units: cells as texts in the order of the form's features, or pixels from left to right and down. */
export type TrialInputs =
  | { readonly kind: 'row'; readonly cells: readonly string[] }
  | { readonly kind: 'image'; readonly pixels: readonly number[] }
  | { readonly kind: 'text'; readonly text: string };

export interface SampleOf {
  readonly split: Split;
  /** 0-based among the samples of the split. */
  readonly index: number;
}

/** A sample as inputs that can be changed. */
export interface SampleInputs {
  readonly inputs: TrialInputs;
  /** Its class as an index, or its value. */
  readonly truth: number;
  readonly nSamples: number;
  readonly line: number | null;
}

/** What comes of inputs. */
export interface Trial {
  readonly epoch: number;
  readonly notes: readonly FieldNote[];
  /** Null where a note is in the way. */
  readonly outcome: TrialOutcome | null;
  /** Of the sample that the inputs began with, unchanged. */
  readonly original: TrialOutcome | null;
  /** Of the likeliest classes, the likeliest first; one group of all samples where numbers are predicted. */
  readonly neighbours: readonly NearestOfClass[];
  /** Of a text, each of its characters. */
  readonly places: readonly TypedPlace[];
}

export type TrialOutcome =
  | { readonly kind: 'class'; readonly probabilities: Float32Array; readonly predicted: number }
  | { readonly kind: 'value'; readonly value: number };

export interface FieldNote {
  /** Index of the form's feature; 0 of a text. */
  readonly field: number;
  readonly code: 'notNumber' | 'missing' | 'unknownCharacter' | 'imputed' | 'unknownCategory';
  /** What is wrong, or what stands for it. */
  readonly detail: string;
}

/** Samples of the training part, the nearest first. */
export interface NearestOfClass {
  /** Null of all. */
  readonly classIndex: number | null;
  readonly samples: readonly NearestSample[];
}

export interface NearestSample {
  readonly index: number;
  readonly line: number | null;
  /** Euclidean, in the inputs as the model gets them: scaled, each category 0 or 1. */
  readonly distance: number;
  readonly picture: Picture | null;
  /** The features in which it differs most, with its own cells. */
  readonly differences: readonly { readonly name: string; readonly text: string }[];
  /** Where numbers are predicted. */
  readonly value: number | null;
}

/** What the model gave a character of a text before it was there. */
export interface TypedPlace {
  readonly character: string;
  readonly probability: number;
  /** Index of the likeliest token. */
  readonly likeliest: number;
  readonly probabilityOfLikeliest: number;
}

/** Of a numeric feature, in original units. */
export interface SweptRange {
  readonly feature: number;
  readonly from: number;
  readonly to: number;
}

/** How the prediction follows numeric features, each along its range while all others stay. */
export interface Sweep {
  /** Index of the class whose probability is told; null where `values` are what is predicted. */
  readonly classIndex: number | null;
  readonly nPoints: number;
  /** (ranges, points), evenly from one end to the other. */
  readonly values: Float32Array;
}

export interface Continuation {
  readonly text: string;
  /** Whether the model ended it, and not the limit of its length. */
  readonly isEnded: boolean;
}
