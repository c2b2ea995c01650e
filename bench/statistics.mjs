// What the statistics cost: epochs with them and without, in turn, in one process.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { esbuildKernels } from '../kernels/plugin.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const nRounds = 25;
const sliceMs = 60;

/** The engine with a schedule of statistics that never comes to one. */
const withoutStatistics = {
  name: 'without statistics',
  setup({ onLoad }) {
    onLoad({ filter: /statisticsInterval\.ts$/ }, () => ({
      contents: 'export const statisticsInterval = () => 1; export const hasStatistics = () => false;',
    }));
  },
};

async function bundle(folder, name, plugins) {
  const outfile = path.join(folder, `${name}.mjs`);
  await build({
    ...{ entryPoints: [path.join(root, 'bench/contenders/epochs.ts')], outfile, bundle: true },
    ...{ platform: 'node', format: 'esm', target: 'es2022', plugins: [esbuildKernels, ...plugins] },
  });
  return (await import(pathToFileURL(outfile))).epochsOf;
}

const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const median = values => values.toSorted((a, b) => a - b)[values.length >> 1];

/** @returns for each net and number of rows: milliseconds of an epoch without statistics, and what they add to it, as a share */
export async function statisticsCost(nets, rowCounts) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'descent-statistics-'));
  const bundles = [await bundle(folder, 'with', []), await bundle(folder, 'without', [withoutStatistics])];
  rmSync(folder, { recursive: true });
  const costs = [];
  for (const [id, net] of Object.entries(nets))
    for (const nRows of rowCounts)
      costs.push({ id, nRows, ...costOf(bundles.map(each => each(net, nRows))) });
  return costs;
}

function costOf(runs) {
  for (const run of runs) for (const end = performance.now() + 600; performance.now() < end; ) run(1);
  const start = performance.now();
  runs[1](4);
  const nEpochs = Math.ceil((sliceMs * 4) / (performance.now() - start));
  const rounds = Array.from({ length: nRounds }, () =>
    runs.map(run => {
      const before = cpuMs();
      run(nEpochs);
      return (cpuMs() - before) / nEpochs;
    }),
  );
  return {
    epochMs: median(rounds.map(([, without]) => without)),
    share: median(rounds.map(([withThem, without]) => withThem / without - 1)),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const nets = JSON.parse(readFileSync(path.join(root, 'bench/nets.json'), 'utf8'));
  const small = { digits: { sizes: [64, 64, 32, 10], batch: 32, optimizer: 'sgd' } };
  const tiny = { iris: { sizes: [4, 32, 3], batch: 32, optimizer: 'sgd' } };
  const costs = [
    ...(await statisticsCost(tiny, [50, 150])),
    ...(await statisticsCost({ ...nets, ...small }, [1000, 2000, 10_000])),
  ];
  for (const { id, nRows, epochMs, share } of costs)
    console.log(
      `net ${id}, ${nRows} rows: ${epochMs.toFixed(3)} ms an epoch, statistics + ${(100 * share).toFixed(1)} %`,
    );
}
