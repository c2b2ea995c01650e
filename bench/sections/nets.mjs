// Training steps of the nets, beside everybody else's.
import path from 'node:path';
import { root } from '../../scripts/lib/run.mjs';
import { inTurn } from '../lib/contenders.mjs';
import { goal, median, perCpuSecond, ratio, short, spreadCells, table } from '../lib/numbers.mjs';
import { nets } from '../sections.mjs';

/** At least so many times PyTorch on one thread. */
const needed = { i: 2, ii: 1.1, iii: 0.9, iv: 70 };

export const kernels = ['WebAssembly relaxed SIMD', 'WebAssembly SIMD', 'plain TypeScript'];
const baseline = 'PyTorch';
const wasmPackage = path.join(root, 'bench/node_modules/@tensorflow/tfjs-backend-wasm');

/** One net: what each contender reached in every round. */
async function compare({ js, py, onOldNode, oldNode, revectorized, hasPeers, nRounds }, net) {
  const ours = kernels.map(kernel => js(kernel, 'ours', net, kernel));
  const optIn = revectorized(ours[0]);
  const peers = [
    py(baseline, 'torch_net', net),
    py('PyTorch foreach', 'torch_net', net, 'foreach'),
    py('NumPy by hand', 'numpy_net', net),
    py('scikit-learn', 'sklearn_net', net),
    ...(hasPeers
      ? [
          js('tfjs cpu', 'tfjs', net, 'cpu', wasmPackage),
          js('tfjs wasm', 'tfjs', net, 'wasm', wasmPackage),
          js('brain.js', 'brain', net),
        ]
      : []),
  ];
  const old = oldNode ? ours.map(onOldNode) : [];
  const answers = await inTurn([...ours, optIn, ...old, ...peers], nRounds);
  const rows = [...ours, optIn, ...peers].filter(({ name }) => answers.has(name));
  return {
    answers,
    peers: peers.map(({ name }) => name).filter(name => answers.has(name)),
    text: table(
      [
        'contender',
        'min',
        'median',
        'max',
        'samples per CPU second',
        ...(oldNode ? [`median, Node ${process.versions.node}`] : []),
      ],
      rows.map(contender => {
        const cells = [
          contender.name,
          ...spreadCells(ratio(answers.get(contender.name), answers.get(baseline))),
        ];
        const speed = short(median(answers.get(contender.name).map(perCpuSecond)));
        if (!oldNode) return [...cells, speed];
        const other =
          ours.includes(contender) && ratio(answers.get(onOldNode(contender).name), answers.get(baseline));
        return [...cells, speed, other ? short(other.median) : ''];
      }),
    ),
  };
}

/** Against whoever was the fastest in the run. */
function wish(id, answers, peers) {
  const fastest = peers.reduce(
    (best, name) =>
      best && median(answers.get(best).map(perCpuSecond)) > median(answers.get(name).map(perCpuSecond))
        ? best
        : name,
    null,
  );
  const reached = fastest && ratio(answers.get(kernels[0]), answers.get(fastest));
  return goal(
    `Net ${id}: samples per CPU second against the fastest peer, ${fastest ?? 'none'}`,
    '≥',
    1,
    reached?.median ?? null,
    ' ×',
  );
}

export async function run(bench) {
  const [parts, goals, wishes] = [[], [], []];
  for (const id of bench.netNames) {
    const { sizes, batch, optimizer } = nets[id];
    console.log(`net ${id}: ${sizes.join('-')}`);
    const { answers, peers, text } = await compare(bench, nets[id]);
    parts.push(`### Net ${id}: ${sizes.join('-')}, relu, batch ${batch}, ${optimizer}\n\n${text}`);
    const reached = ratio(answers.get(kernels[0]), answers.get(baseline));
    goals.push(
      goal(
        `Net ${id}: samples per CPU second against PyTorch on one thread`,
        '≥',
        needed[id],
        reached?.median ?? null,
        ' ×',
      ),
    );
    wishes.push(wish(id, answers, peers));
  }
  const preamble = `Training steps as the trainer runs them, one thread each. The ratios are samples per CPU second against ${baseline} in the
same round. "Revectorized" is what DESCENT_REVECTORIZE=1 turns on
for the command line. brain.js knows no batches and no softmax: one sample a step, squared error.`;
  return { title: 'Nets', text: [preamble, ...parts].join('\n\n'), goals, wishes };
}
