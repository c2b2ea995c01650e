import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Asking } from '../../webview/asking';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Answers after so many milliseconds, and counts what was asked. */
function slow<T>(asked: T[], value: T, ms: number) {
  return () => {
    asked.push(value);
    return new Promise<T>(resolve => setTimeout(() => resolve(value), ms));
  };
}

test('of the questions that come while one is asked, only the latest is asked afterwards', async () => {
  const [asked, told]: [number[], unknown[]] = [[], []];
  const asking = new Asking<number>((_, result) => told.push(result));
  for (const n of [1, 2, 3]) asking.want(`subject ${n}`, slow(asked, n, 100));
  await vi.advanceTimersByTimeAsync(500);
  expect(asked).toEqual([1, 3]);
  expect(told).toEqual([{ value: 1 }, { value: 3 }]);
});

test('about the same subject it pauses three times as long as the answer took, at least 50 ms', async () => {
  const asked: number[] = [];
  const asking = new Asking<number>(() => {});
  asking.want('weights', slow(asked, 1, 100));
  await vi.advanceTimersByTimeAsync(100);
  asking.want('weights', slow(asked, 2, 10));
  await vi.advanceTimersByTimeAsync(299);
  expect(asked).toEqual([1]);
  await vi.advanceTimersByTimeAsync(1);
  expect(asked).toEqual([1, 2]);
  asking.want('weights', slow(asked, 3, 10));
  await vi.advanceTimersByTimeAsync(59);
  expect(asked).toEqual([1, 2]);
  await vi.advanceTimersByTimeAsync(1);
  expect(asked).toEqual([1, 2, 3]);
});

test('a failure is told in its words, and the next question is asked all the same', async () => {
  const told: unknown[] = [];
  const asking = new Asking<number>((subject, result) => told.push([subject, result]));
  asking.want('a', () => Promise.reject(new Error('the data is gone')));
  asking.want('b', () => Promise.resolve(2));
  await vi.advanceTimersByTimeAsync(100);
  expect(told).toEqual([
    ['a', { failure: 'the data is gone' }],
    ['b', { value: 2 }],
  ]);
});

test('nothing is told or asked any more once it is disposed', async () => {
  const [asked, told]: [number[], unknown[]] = [[], []];
  const asking = new Asking<number>((_, result) => told.push(result));
  asking.want('a', slow(asked, 1, 100));
  asking.want('a', slow(asked, 2, 100));
  asking.dispose();
  await vi.advanceTimersByTimeAsync(1000);
  expect([asked, told]).toEqual([[1], []]);
});
