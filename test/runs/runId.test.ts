import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { newRunId } from '../../src/runs/runId';

const noon = Date.UTC(2026, 10, 22, 12);

it('is the time in UTC', () => {
  expect(newRunId([], noon)).toBe('20261122-120000-000');
});

it('leaves out what is no id', () => {
  expect(newRunId(['notes', '.DS_Store', '20269999-000000-000'], noon)).toBe('20261122-120000-000');
});

test('ids are unique and in order, whatever the clock does', () => {
  const times = fc.array(fc.integer({ min: noon - 5, max: noon + 5 }), { maxLength: 30 });
  fc.assert(
    fc.property(times, clock => {
      const ids: string[] = [];
      for (const now of clock) ids.push(newRunId(ids, now));
      expect(ids).toEqual([...new Set(ids)].sort());
    }),
    { seed: 1 },
  );
});
