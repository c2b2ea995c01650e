// Single kernels against what the processor can do.
import path from 'node:path';
import { inTurn } from '../lib/contenders.mjs';
import { goal, median, perCpuSecond, ratio, short, spreadCell, table } from '../lib/numbers.mjs';

const shapes = [
  { rows: 64, inputs: 784, outputs: 128 },
  { rows: 128, inputs: 784, outputs: 512 },
];
const tasks = { forward: 'forward, X W + b', dX: 'dX, dZ Wᵀ', dW: 'dW and SGD, Xᵀ dZ' };

const nameOf = ({ rows, inputs, outputs }) => `${rows}×${inputs}×${outputs}`;

export async function run({ js, py, onOldNode, oldNode, nRounds, folder }) {
  const peak = path.join(folder, 'peak.wasm');
  const peakContender = js('peak', 'kernels', { task: 'peak', peak }, 'peak');
  const rows = [];
  let reached = null;
  let peakGflops = null;
  for (const shape of shapes)
    for (const task of Object.keys(tasks)) {
      const given = { ...shape, task, peak };
      const relaxed = js('relaxed', 'kernels', given, 'relaxed');
      const simd = js('simd', 'kernels', given, 'simd');
      const old = oldNode ? [onOldNode(simd)] : [];
      const numpy = py('numpy', 'numpy_product', given);
      const answers = await inTurn([peakContender, relaxed, simd, ...old, numpy], nRounds);
      const of = name => ratio(answers.get(name), answers.get('peak'));
      const relaxedRatio = of('relaxed');
      if (shape === shapes[0] && task === 'forward') reached = relaxedRatio && 100 * relaxedRatio.median;
      const gflops = name => answers.get(name) && median(answers.get(name).map(perCpuSecond)) / 1e9;
      peakGflops ??= gflops('peak');
      const names = ['relaxed', 'simd', ...old.map(({ name }) => name), 'numpy'];
      rows.push([
        nameOf(shape),
        tasks[task],
        gflops('relaxed') ? short(gflops('relaxed')) : '–',
        ...names.map(name => spreadCell(of(name))),
      ]);
    }
  const text = `Against the peak of one core with 128-bit multiply-adds, measured in the same rounds by a loop of independent ones in
registers${peakGflops ? ` (${short(peakGflops)} GFLOP/s here)` : ''}: median (min–max). OpenBLAS has wider vectors.

${table(
  [
    ...['rows × inputs × outputs', 'kernel', 'relaxed, GFLOP/s', 'relaxed SIMD', 'SIMD'],
    ...(oldNode ? [`SIMD, Node ${process.versions.node}`] : []),
    'NumPy, OpenBLAS',
  ],
  rows,
)}`;
  const goals = [
    goal(`Forward kernel on ${nameOf(shapes[0])}, of the 128-bit FMA peak`, '≥', 90, reached, ' %'),
  ];
  return { title: 'Kernels', text, goals, wishes: [] };
}
