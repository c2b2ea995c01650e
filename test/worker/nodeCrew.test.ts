import { readdirSync } from 'node:fs';
import { platform as system } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test, vi } from 'vitest';
import { esbuildKernels } from '../../kernels/plugin.mjs';
import { nodePlatform } from '../../src/platform/node';
import type { TrainerMessage, TrainerRequest } from '../../src/protocol';
import { temporaryFolder } from '../helpers/temporaryFolder';
import { paramsOf } from './support';

const folder = temporaryFolder();
const countThreads = () => readdirSync('/proc/self/task').length;
const waiting = { timeout: 20_000, interval: 20 };

const text = `data: { generator: spiral, samples: 2000 }
model: { hidden_sizes: [256, 256] }
training: { epochs: 1000000, batch_size: 128 }
`;

test.runIf(system() === 'linux')(
  'a training thread that is terminated takes its crew with it',
  async () => {
    await build({
      entryPoints: { trainer: 'src/worker/node.ts', crew: 'src/worker/nodeCrew.ts' },
      ...{ outdir: join(folder(), 'dist'), bundle: true, platform: 'node', format: 'cjs', target: 'es2022' },
      ...{ plugins: [esbuildKernels], mainFields: ['module', 'main'], logLevel: 'error' },
    });
    const { startWorker } = nodePlatform(folder());
    const start = async (threads: number) => {
      const trainer = startWorker(join(folder(), 'dist', 'trainer.js'));
      let nEpochs = 0;
      trainer.onMessage(message => {
        const event = message as TrainerMessage;
        if (event.type === 'progress') nEpochs += event.epochs.length;
      });
      const path = join(folder(), 'a.model.yaml');
      const params = paramsOf({
        path,
        text,
        allowedFolder: null,
        folder: join(folder(), `${threads}`),
        threads,
      });
      trainer.post({ type: 'request', id: 1, method: 'train', params } satisfies TrainerRequest);
      await vi.waitFor(() => expect(nEpochs).toBeGreaterThan(3), waiting);
      return trainer;
    };
    // Node has started all threads of its own after the first.
    await (await start(1)).terminate();
    const nBefore = countThreads();
    const trainer = await start(4);
    await vi.waitFor(() => expect(countThreads()).toBe(nBefore + 4), waiting);
    await trainer.terminate();
    await vi.waitFor(() => expect(countThreads()).toBe(nBefore), waiting);
  },
  60_000,
);
