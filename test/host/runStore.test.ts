import { expect, test } from 'vitest';
import { RunStore } from '../../src/host/runStore';
import type { ProgressEvent } from '../../src/protocol';

const summary = { folder: '/runs/live', status: 'running' };
const epoch = (n: number) => ({ epoch: n, loss: 1 / n });

test('A run that trains while stored ones are read is compared with all that it has told by then.', async () => {
  let read = (_runs: unknown) => {};
  const trainers = { ask: () => new Promise(resolve => (read = resolve)) };
  const platform = { paths: { dirname: () => '/runs' }, process: { self: {}, isAlive: () => true } };
  const store = new RunStore(platform as never, trainers as never, {} as never, { error: () => {} } as never);
  const live = { summary, history: { epochs: [epoch(1)], steps: [] } };
  store.add(live as never);
  const compared = store.compared(['/runs/live', '/runs/stored']);
  live.history = { epochs: [epoch(1), epoch(2)], steps: [] };
  store.progress({ type: 'progress', run: summary, epochs: [epoch(2)], steps: [] } as never as ProgressEvent);
  read([{ runFolder: '/runs/stored', epochs: [epoch(9)] }]);
  expect(await compared).toEqual([
    { runFolder: '/runs/live', epochs: [epoch(1), epoch(2)] },
    { runFolder: '/runs/stored', epochs: [epoch(9)] },
  ]);
});
