// The memory that the command line needs to train on 60,000 pictures.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/lib/run.mjs';
import { goal, table } from '../lib/numbers.mjs';

const pictures = '/usr/share/datasets/fashion-mnist';

const configuration = (validationFraction, hiddenSizes) => `data:
  path: ${pictures}/train-images-idx3-ubyte.gz
  labels_path: ${pictures}/train-labels-idx1-ubyte.gz
  scaling: unit
  validation_fraction: ${validationFraction}
model:
  hidden_sizes: [${hiddenSizes}]
training:
  epochs: 3
  batch_size: 64
  optimizer: sgd
  learning_rate: 0.1
`;

/** Trained in a process of its own: megabytes that it held at most, or null. */
function peakOf(node, folder, name, text) {
  const file = path.join(folder, `${name}.model.yaml`);
  writeFileSync(file, text);
  const args = [
    '--require',
    path.join(root, 'bench/contenders/peakMemory.cjs'),
    path.join(root, 'dist/cli.js'),
  ];
  const { status, stderr, stdout } = spawnSync(
    node,
    [...args, 'train', file, '--out', path.join(folder, name), '--json'],
    {
      encoding: 'utf8',
    },
  );
  const peak = /^peak (\d+)$/m.exec(stderr);
  if (status === 0 && peak) return (Number(peak[1]) * 1024) / 1e6;
  console.log(`  The training failed: ${`${stdout}${stderr}`.trim().split('\n').at(-1)}`);
  return null;
}

export async function run({ node, oldNode, folder, buildDist }) {
  const title = 'Memory';
  if (!existsSync(pictures))
    return { title, text: `Left out: ${pictures} is missing.`, goals: [], wishes: [] };
  await buildDist();
  const work = path.join(folder, 'memory');
  mkdirSync(work);
  const cases = [
    { name: 'all', title: '784-128-10 on all 60,000', text: configuration(0, '128') },
    {
      name: 'validation',
      title: '784-128-10 on 48,000, 12,000 for validation',
      text: configuration(0.2, '128'),
    },
  ];
  const nodes = [node, ...(oldNode ? [oldNode] : [])];
  const peaks = cases.map(each =>
    nodes.map((program, i) => peakOf(program, work, `${each.name}${i}`, each.text)),
  );
  const head = [
    'peak of the resident size, MB',
    'new Node',
    ...(oldNode ? [`Node ${process.versions.node}`] : []),
  ];
  const show = value => (value === null ? '–' : value.toFixed(0));
  const text = `\`descent train\` on Fashion-MNIST's IDX files, the whole process.

${table(
  head,
  cases.map((each, i) => [each.title, ...peaks[i].map(show)]),
)}`;
  const worst = peaks.every(([first]) => first !== null) ? Math.max(...peaks.map(([first]) => first)) : null;
  const goals = [
    goal('Training on 60,000 × 784 pictures: resident size of the command line', '≤', 300, worst, ' MB'),
  ];
  return { title, text, goals, wishes: [] };
}
