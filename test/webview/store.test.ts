import { describe, expect, test } from 'vitest';
import type { EpochMetrics } from '../../src/protocol';
import { initialState, type News, reduce } from '../../webview/store';
import { epoch, run, view } from './fixtures';

const after = (...messages: News[]) => messages.reduce(reduce, initialState);
const hydrated: News = { type: 'hydrate', view: view(), runs: [run()] };
const append = (epochs: number[], changed: Parameters<typeof run>[0] = {}): News => ({
  type: 'append',
  progress: { type: 'progress', run: run(changed), epochs: epochs.map(n => epoch(n)), steps: [] },
});
const shownEpochs = (...messages: News[]) => after(...messages).view?.epochs.map(({ epoch }) => epoch);

test('hydrate replaces all that was known', () => {
  const state = after(hydrated, { type: 'hydrate', view: null, runs: [] });
  expect(state).toEqual({ ...initialState, hydrated: true });
});

describe('append', () => {
  test('adds epochs and takes the newer summary', () => {
    const state = after(hydrated, append([3, 4], { status: 'finished' }));
    expect(state.view?.epochs.map(({ epoch }) => epoch)).toEqual([1, 2, 3, 4]);
    expect(state.view?.run.status).toBe('finished');
    expect(state.runs.map(({ status }) => status)).toEqual(['finished']);
  });

  test('ignores epochs that it has, and such as come out of order', () => {
    expect(shownEpochs(hydrated, append([2, 3]), append([3, 5, 4]))).toEqual([1, 2, 3, 5]);
  });

  test('of another run only updates the list', () => {
    const state = after(hydrated, append([9], { id: 'b' }));
    expect(state.view?.epochs).toHaveLength(2);
    expect(state.runs.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  test('without a shown run only updates the list', () => {
    const state = after({ type: 'hydrate', view: null, runs: [] }, append([1]));
    expect(state.view).toBeNull();
    expect(state.runs).toHaveLength(1);
  });

  test('keeps the steps within bounds, from the first to the latest', () => {
    const steps = Array.from({ length: 20_000 }, (_, i) => ({ step: i + 1, loss: 1 }));
    const state = after(hydrated, {
      type: 'append',
      progress: { type: 'progress', run: run(), epochs: [], steps },
    });
    const kept = state.view?.steps ?? [];
    expect(kept.length).toBeLessThanOrEqual(8192);
    expect(kept[0]?.step).toBe(1);
    expect(kept.at(-1)?.step).toBeGreaterThan(19_990);
  });
});

describe('compared runs', () => {
  const compared: News = {
    type: 'compared',
    compared: [{ runFolder: 'b', epochs: [epoch(1)] }],
  };
  const epochsOf = (...messages: News[]) =>
    after(...messages)
      .compared.get('b')
      ?.map(({ epoch }) => epoch);

  test('grow while they train, without what was seen inside of them', () => {
    const grown = append([1, 2], { id: 'b' });
    expect(epochsOf(hydrated, compared, grown)).toEqual([1, 2]);
    const layers: EpochMetrics['layers'] = [];
    const detailed: News = {
      type: 'append',
      progress: { type: 'progress', run: run({ id: 'b' }), epochs: [epoch(2, { layers })], steps: [] },
    };
    expect(after(hydrated, compared, detailed).compared.get('b')?.at(-1)).toEqual(epoch(2));
  });

  test('stay when another run is shown, and are replaced when they are told again', () => {
    expect(epochsOf(hydrated, compared, hydrated)).toEqual([1]);
    const again: News = { type: 'compared', compared: [{ runFolder: 'b', epochs: [] }] };
    expect(epochsOf(hydrated, compared, again)).toEqual([]);
  });

  test('are the same where nothing came for them', () => {
    const state = after(hydrated, compared);
    expect(reduce(state, append([3])).compared).toBe(state.compared);
  });
});

test('what is said of another run than the shown one is ignored', () => {
  const state = after(hydrated);
  expect(reduce(state, { type: 'configuration', runFolder: 'b', state: 'changed' })).toBe(state);
});

test('a changed configuration is told of the shown run', () => {
  const state = after(hydrated, { type: 'configuration', runFolder: 'a', state: 'changed' });
  expect(state.view?.configuration).toBe('changed');
});

test('data that were changed are told of their run, whichever is shown, until they are changed back', () => {
  const changed = (runFolder: string, isChanged: boolean): News => ({ type: 'data', runFolder, isChanged });
  const state = after(hydrated, changed('a', true), changed('b', true), changed('a', true), hydrated);
  expect(state.changedData.toSorted()).toEqual(['a', 'b']);
  expect(reduce(state, changed('a', false)).changedData).toEqual(['b']);
});
