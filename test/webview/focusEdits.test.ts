import { describe, expect, it } from 'vitest';
import type { WeightEdit } from '../../src/protocol';
import { countChanged, type FocusAction, initialFocus, reduceFocus } from '../../webview/focus';

const weight: WeightEdit = { layer: 0, input: 1, output: 2, value: 0.5 };
const bias: WeightEdit = { ...weight, input: null };
const edit = (edit: WeightEdit, amends = false): FocusAction => ({ type: 'edit', edit, amends });
const editsAfter = (...actions: FocusAction[]) => actions.reduce(reduceFocus, initialFocus('train')).edits;

describe('weights changed by hand', () => {
  it('are undone one by one, or all at once', () => {
    expect(editsAfter(edit(weight), edit(bias), { type: 'undoEdit' })).toEqual([weight]);
    expect(editsAfter(edit(weight), edit(bias), { type: 'clearEdits' })).toEqual([]);
    expect(editsAfter({ type: 'undoEdit' })).toEqual([]);
  });

  it('by one movement are one change', () => {
    const [first, second] = [0.6, 0.7].map(value => ({ ...weight, value })) as [WeightEdit, WeightEdit];
    expect(editsAfter(edit(weight), edit(first), edit(second, true))).toEqual([weight, second]);
    expect(editsAfter(edit(first), edit(bias), edit(second, true))).toEqual([first, bias, second]);
    expect(editsAfter(edit(second, true))).toEqual([second]);
  });

  it('belong to the epoch in which they were made', () => {
    expect(editsAfter(edit(weight), { type: 'epoch', epoch: 3 })).toEqual([]);
  });

  it('are counted by place', () => {
    expect(countChanged([weight, bias, { ...weight, value: 1 }, { ...weight, layer: 1 }])).toBe(3);
    expect(countChanged([])).toBe(0);
  });
});
