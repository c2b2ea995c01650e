import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { RecordingSource } from '../../src/data/fingerprint';
import { sourceOf } from './support';

it('is the SHA-256 of the one file that was read', async () => {
  const recorder = new RecordingSource(sourceOf({ 'a.csv': 'abc' }));
  await recorder.read('a.csv');
  expect(await recorder.fingerprint()).toBe(createHash('sha256').update('abc').digest('hex'));
});

it('changes with each of several files', async () => {
  const fingerprintOf = async (first: string, second: string) => {
    const recorder = new RecordingSource(sourceOf({ first, second }));
    await recorder.read('first');
    await recorder.read('second');
    return recorder.fingerprint();
  };
  const prints = await Promise.all([
    fingerprintOf('a', 'b'),
    fingerprintOf('a', 'c'),
    fingerprintOf('b', 'a'),
  ]);
  expect(new Set(prints).size).toBe(3);
});
