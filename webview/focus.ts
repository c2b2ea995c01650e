/** What a person looks at in the Model Explorer, in all of its views at once: a pure reducer. */
import type { Split, WeightEdit } from '../src/protocol';

export interface Focus {
  /** A recorded epoch; null is where the run stands, or its best one. */
  readonly epoch: number | null;
  readonly split: Split;
  /** Which samples are meant; all that are not excluded by any of these. */
  readonly filter: SampleFilter;
  /** One sample, by its index in the split, that other views look at closer. */
  readonly sample: number | null;
  /** Weights changed by hand, the latest last; one place may occur more than once. */
  readonly edits: readonly WeightEdit[];
}

/** Null excludes nothing; classes are indices. */
export interface SampleFilter {
  readonly trueClass: number | null;
  readonly predictedClass: number | null;
  readonly tag: string | null;
  readonly search: string;
  /** Samples that were brushed in a chart, by their index in the split, and what they are in words. */
  readonly chosen: { readonly indices: readonly number[]; readonly words: string } | null;
}

export const noFilter: SampleFilter = {
  ...{ trueClass: null, predictedClass: null },
  ...{ tag: null, search: '', chosen: null },
};

export type FocusAction =
  | { readonly type: 'epoch'; readonly epoch: number | null }
  | { readonly type: 'split'; readonly split: Split }
  /** Replaces those parts of the filter that it names. */
  | { readonly type: 'filter'; readonly filter: Partial<SampleFilter> }
  | { readonly type: 'clearFilter' }
  | { readonly type: 'sample'; readonly sample: number | null }
  /** @param amends what was edited last, if that is the same weight: all that a slider passes is one edit */
  | { readonly type: 'edit'; readonly edit: WeightEdit; readonly amends?: boolean }
  | { readonly type: 'undoEdit' }
  | { readonly type: 'clearEdits' };

export const initialFocus = (split: Split): Focus => ({
  ...{ epoch: null, split },
  ...{ filter: noFilter, sample: null, edits: [] },
});

export function reduceFocus(focus: Focus, action: FocusAction): Focus {
  switch (action.type) {
    case 'epoch':
      // What was changed by hand was changed in other weights.
      return { ...focus, epoch: action.epoch, edits: [] };
    case 'split':
      // Indices mean other samples there.
      return { ...focus, split: action.split, sample: null, filter: { ...focus.filter, chosen: null } };
    case 'filter':
      return { ...focus, filter: { ...focus.filter, ...action.filter } };
    case 'clearFilter':
      return { ...focus, filter: noFilter };
    case 'sample':
      return { ...focus, sample: action.sample };
    case 'edit':
      return { ...focus, edits: [...earlier(focus.edits, action), action.edit] };
    case 'undoEdit':
      return { ...focus, edits: focus.edits.slice(0, -1) };
    case 'clearEdits':
      return { ...focus, edits: [] };
  }
}

function earlier(edits: readonly WeightEdit[], { edit, amends }: FocusAction & { type: 'edit' }) {
  const last = edits.at(-1);
  return amends && last && isSamePlace(last, edit) ? edits.slice(0, -1) : edits;
}

/** The same weight or bias. */
export const isSamePlace = (a: WeightPlace, b: WeightPlace): boolean =>
  a.layer === b.layer && a.input === b.input && a.output === b.output;

export type WeightPlace = Omit<WeightEdit, 'value'>;

/** How many weights and biases are changed, however often each was. */
export function countChanged(edits: readonly WeightEdit[]): number {
  return edits.filter((edit, i) => edits.findLastIndex(other => isSamePlace(other, edit)) === i).length;
}

/** Of a run, for when its view is shown again. */
interface Kept {
  readonly runFolder: string;
  readonly focus: Focus;
}

/** VS Code writes it down each time that it changes, so that it must stay small. */
const maxKeptIndices = 10_000;

export function keptFocus(runFolder: string, focus: Focus): Kept {
  const isLarge = (focus.filter.chosen?.indices.length ?? 0) > maxKeptIndices;
  return { runFolder, focus: isLarge ? { ...focus, filter: { ...focus.filter, chosen: null } } : focus };
}

/** What was kept, if it is of that run and of this version. */
export function restoredFocus(kept: unknown, runFolder: string, split: Split): Focus {
  const { focus, ...of } = (kept ?? {}) as Partial<Kept>;
  const first = initialFocus(split);
  const isOurs = of.runFolder === runFolder && Object.keys(first).every(key => focus && key in focus);
  return isOurs ? { ...focus!, filter: { ...noFilter, ...focus!.filter } } : first;
}
