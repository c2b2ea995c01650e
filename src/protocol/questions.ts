/**
 * What the views of the Model Explorer ask about a model. A question is a line here, a file in `worker/questions` and a
 * line in the registry there.
 */
import type { Split } from '../data/types';
import type { Backprop } from './backprop';
import type { DataMap } from './dataMap';
import type { Neighbours, Projection, ProjectionMethod } from './embeddings';
import type { LayerList, LayerMatrix, RowOrder, UnitImages } from './layers';
import type { Boundary, PlanePoints, PlaneShape, Score } from './plane';
import type { Rates } from './rates';
import type { Found, Predictions, Sample, SamplesCsv, Typicality } from './samples';
import type {
  Continuation,
  Form,
  SampleInputs,
  SampleOf,
  Sweep,
  SweptRange,
  Trial,
  TrialInputs,
} from './trial';
import type { Weights } from './weights';

export interface Questions {
  backprop: { params: OfSplit & { readonly index: number }; result: Backprop };
  weights: { params: null; result: Weights };
  layers: { params: null; result: LayerList };
  layer: { params: LayerPart; result: LayerMatrix };
  unitImages: { params: null; result: UnitImages };
  projection: { params: OfTable & MapOptions; result: Projection };
  neighbours: { params: OfTable & { readonly row: number }; result: Neighbours };
  predictions: { params: OfSplit; result: Predictions };
  /** What can be typed or drawn. */
  form: { params: null; result: Form };
  sampleInputs: { params: SampleOf; result: SampleInputs };
  tryRow: { params: { readonly inputs: TrialInputs; readonly original: SampleOf | null }; result: Trial };
  sweep: {
    params: { readonly cells: readonly string[]; readonly ranges: readonly SweptRange[] };
    result: Sweep;
  };
  generate: {
    params: { readonly text: string; readonly temperature: number; readonly seed: number };
    result: Continuation;
  };
  samples: { params: OfSamples; result: readonly Sample[] };
  searchSamples: { params: OfSplit & { readonly text: string }; result: Found };
  typicality: { params: OfSplit; result: Typicality };
  samplesCsv: { params: OfSamples; result: SamplesCsv };
  rates: { params: OfSplit; result: Rates };
  dataMap: { params: null; result: DataMap };
  score: { params: null; result: Score };
  boundary: { params: PlaneShape; result: Boundary };
  points: { params: null; result: PlanePoints };
}
export type QuestionName = keyof Questions;

export interface OfSplit {
  readonly split: Split;
}

/** Of some samples, by their index in the split and in this order. */
export interface OfSamples extends OfSplit {
  readonly indices: readonly number[];
}

/** Rows of a layer whose names contain the search, in an order. */
export interface LayerPart {
  readonly layer: string;
  readonly order: RowOrder;
  readonly search: string;
}

/** A table of embeddings by its name. */
export interface OfTable {
  readonly table: string;
}

export interface MapOptions {
  readonly method: ProjectionMethod;
  /** Of UMAP: the same one gives the same map. */
  readonly seed: number;
  /** Of UMAP: few show small groups, many show the whole. */
  readonly nNeighbors: number;
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
