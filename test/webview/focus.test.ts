import { expect, test } from 'vitest';
import {
  type FocusAction,
  initialFocus,
  keptFocus,
  noFilter,
  reduceFocus,
  restoredFocus,
} from '../../webview/focus';

const after = (...actions: FocusAction[]) => actions.reduce(reduceFocus, initialFocus('validation'));
const edit = { type: 'edit', edit: { layer: 0, input: 1, output: 2, value: 3 } } as const;

test('a filter keeps what it does not name', () => {
  const { filter } = after(
    { type: 'filter', filter: { trueClass: 8, predictedClass: 1 } },
    { type: 'filter', filter: { search: 'setosa' } },
  );
  expect(filter).toEqual({ ...noFilter, trueClass: 8, predictedClass: 1, search: 'setosa' });
  expect(after({ type: 'filter', filter: { tag: 'ambiguous' } }, { type: 'clearFilter' }).filter).toEqual(
    noFilter,
  );
});

test('another split forgets the samples that were chosen by their index', () => {
  const chosen = { indices: [1, 2], words: 'hard to learn' };
  const focus = after(
    { type: 'filter', filter: { chosen, trueClass: 3 } },
    { type: 'sample', sample: 2 },
    { type: 'split', split: 'train' },
  );
  expect(focus).toMatchObject({ split: 'train', sample: null, filter: { chosen: null, trueClass: 3 } });
});

test('edits are undone one by one, and belong to the epoch that they were made in', () => {
  expect(after(edit, edit, { type: 'undoEdit' }).edits).toHaveLength(1);
  expect(after(edit, edit, { type: 'clearEdits' }).edits).toEqual([]);
  expect(after(edit, { type: 'epoch', epoch: 4 })).toMatchObject({ epoch: 4, edits: [] });
});

test('what is looked at comes back with the same run when the view is shown again', () => {
  const focus = after({ type: 'epoch', epoch: 4 }, edit, { type: 'filter', filter: { search: 'setosa' } });
  const kept = JSON.parse(JSON.stringify(keptFocus('/runs/1', focus)));
  expect(restoredFocus(kept, '/runs/1', 'train')).toEqual(focus);
  expect(restoredFocus(kept, '/runs/2', 'train')).toEqual(initialFocus('train'));
});

test.each([
  undefined,
  null,
  'x',
  { runFolder: '/runs/1' },
  { runFolder: '/runs/1', focus: { split: 'all' } },
])('of %j nothing comes back', kept =>
  expect(restoredFocus(kept, '/runs/1', 'train')).toEqual(initialFocus('train')),
);

test('very many brushed samples are not kept', () => {
  const chosen = { indices: Array.from({ length: 10_001 }, (_, i) => i), words: 'all of them' };
  const kept = keptFocus('/runs/1', after({ type: 'filter', filter: { chosen, tag: 'ambiguous' } }));
  expect(kept.focus.filter).toEqual({ ...noFilter, tag: 'ambiguous' });
});
