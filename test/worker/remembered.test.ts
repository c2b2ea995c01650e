import { expect, test, vi } from 'vitest';
import { Remembered } from '../../src/worker/remembered';

test('makes each result once, also while it is still being made', async () => {
  const remembered = new Remembered<number>(2);
  const make = vi.fn(async () => 7);
  expect(await Promise.all([remembered.get('a', make), remembered.get('a', make)])).toEqual([7, 7]);
  expect(make).toHaveBeenCalledTimes(1);
});

test('the oldest gives way where there are too many', async () => {
  const remembered = new Remembered<string>(2);
  for (const key of ['a', 'b', 'c']) await remembered.get(key, async () => key);
  const make = vi.fn(async () => 'again');
  expect(await remembered.get('c', make)).toBe('c');
  expect(await remembered.get('a', make)).toBe('again');
});

test('a failure is not kept', async () => {
  const remembered = new Remembered<number>(1);
  await expect(remembered.get('a', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  expect(await remembered.get('a', async () => 1)).toBe(1);
});
