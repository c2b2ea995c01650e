import { expect, it } from 'vitest';
import { Trainers } from '../../src/host/trainers';
import { MemoryPlatform } from '../helpers/memoryPlatform';

const params = { path: '/a', text: '', allowedFolder: null };

it('asks one question to a thread of its own, which ends with the answer', async () => {
  const platform = new MemoryPlatform();
  const problems = new Trainers(platform, 'trainer.js').ask('check', params);
  const worker = platform.workers[0]!;
  worker.say({ type: 'answer', id: 1, ok: true, result: [] });
  expect(await problems).toEqual([]);
  expect(worker.nTerminations).toBe(1);
});

it('ends the thread also when the answer is a failure', async () => {
  const platform = new MemoryPlatform();
  const problems = new Trainers(platform, 'trainer.js').ask('check', params);
  const worker = platform.workers[0]!;
  worker.say({ type: 'answer', id: 1, ok: false, failure: { code: 'internal', message: 'Broken.' } });
  await expect(problems).rejects.toThrow('Broken.');
  expect(worker.nTerminations).toBe(1);
});
