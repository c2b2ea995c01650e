// What the contenders need before they can start: the peers that npm has, and bundles of everything in JavaScript.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build as esbuild } from 'esbuild';
import initWabt from 'wabt';
import { esbuildKernels } from '../../kernels/plugin.mjs';
import { atEnd, mustRun, root } from '../../scripts/lib/run.mjs';
import { setUpPeers, setUpWorkbench } from '../../scripts/lib/setUp.mjs';
import { peakModule } from './peak.mjs';

const contenders = path.join(root, 'bench/contenders');

/** The peers from npm; false, and a line, where they cannot be installed. */
export async function installPeers() {
  try {
    await setUpPeers();
    return true;
  } catch (error) {
    console.log(`tfjs and brain.js are left out: ${error.message.split('\n').at(-1)}`);
    return false;
  }
}

/** Node 24, because relaxed SIMD wants 21 or newer; DESCENT_BENCH_NODE names another one. */
export async function findNewNode() {
  if (process.env.DESCENT_BENCH_NODE) return process.env.DESCENT_BENCH_NODE;
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  const folder = `node-${process.platform.replace('win32', 'win')}-${process.arch}`;
  const file = path.join(root, 'test/e2e/node_modules', folder, 'bin/node');
  try {
    await setUpWorkbench();
  } catch (error) {
    console.log(`Node 24 is left out: ${error.message.split('\n').at(-1)}`);
  }
  return existsSync(file) ? file : process.execPath;
}

/** dist/ as it ships. */
export const buildDist = () => mustRun(process.execPath, ['esbuild.mjs', '--production'], { quiet: true });

/** A folder for what only this run needs. */
export function temporaryFolder() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'descent-bench-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The engine whose epochs never have statistics. */
const withoutStatistics = {
  name: 'without statistics',
  setup({ onLoad }) {
    onLoad({ filter: /engine\/statisticsInterval\.ts$/ }, () => ({
      contents:
        'export const statisticsInterval = () => 1; export const hasStatistics = () => false; export const hasHistograms = () => false;',
    }));
  },
};

const bundle = (entryPoints, folder, ...plugins) =>
  esbuild({
    entryPoints,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'es2022',
    // The Node builds of tfjs seem free of side effects to a bundler, and would be left out.
    mainFields: ['module', 'main'],
    plugins: [esbuildKernels, ...plugins],
    // Some of the peers are CommonJS.
    banner: {
      js: `import { createRequire } from 'node:module';
const require = createRequire(import.meta.url), __dirname = import.meta.dirname, __filename = import.meta.filename;`,
    },
    logLevel: 'error',
  });

const ours = [
  'ours',
  'fashion',
  'kernels',
  'lookup_ours',
  'lookup_naive',
  'start',
  'kernelLoad',
  'statistics',
  'member',
];
const peers = ['tfjs', 'brain'];

/** Bundles the contenders in JavaScript into the folder, `NAME.mjs` each. */
export async function bundleContenders(folder, hasPeers) {
  const files = [...ours.map(name => `${name}.ts`), ...(hasPeers ? peers.map(name => `${name}.mjs`) : [])];
  const named = files.map(file => path.join(contenders, file));
  await bundle(named, folder);
  await bundle({ statistics_without: path.join(contenders, 'statistics.ts') }, folder, withoutStatistics);
  const wabt = await initWabt();
  const peak = wabt.parseWat('peak.wat', peakModule, { simd: true, relaxed_simd: true });
  writeFileSync(path.join(folder, 'peak.wasm'), peak.toBinary({}).buffer);
}
