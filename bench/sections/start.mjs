// How long it takes from the start of the trainer's thread to the first step.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/lib/run.mjs';
import { inTurn } from '../lib/contenders.mjs';
import { spread, spreadCell, table } from '../lib/numbers.mjs';

const text = `data:
  path: points.csv
  target: label
model:
  hidden_sizes: [16]
training:
  epochs: 100000
`;

/** 150 rows of two numbers and a class. */
const points = () =>
  [
    'x,y,label',
    ...Array.from({ length: 150 }, (_, i) => `${Math.sin(i)},${Math.cos(3 * i)},${'ab'[i % 2]}`),
  ].join('\n');

export async function run(bench) {
  const { js, onOldNode, oldNode, nRounds, folder } = bench;
  await bench.buildDist();
  const work = path.join(folder, 'start');
  mkdirSync(work);
  writeFileSync(path.join(work, 'points.csv'), points());
  const configuration = { path: path.join(work, 'points.model.yaml'), text };
  writeFileSync(configuration.path, text);
  const ours = js('ours', 'start', {
    trainer: path.join(root, 'dist/trainer.js'),
    kernelLoad: path.join(folder, 'kernelLoad.mjs'),
    configuration,
  });
  const answers = await inTurn([ours, ...(oldNode ? [onOldNode(ours)] : [])], nRounds);
  const columns = [...answers.values()];
  const row = (title, of) => [title, ...columns.map(all => spreadCell(spread(all.map(of))))];
  const head = [
    'milliseconds of wall time, median (min–max)',
    'new Node',
    ...(columns.length > 1 ? [`Node ${process.versions.node}`] : []),
  ];
  const rows = [
    row('an empty thread, until it speaks', ({ empty }) => empty),
    row('loading the kernels alone: compiling, instantiating, probing', ({ kernel }) => kernel),
    row(
      'the trainer: thread, configuration, data, kernels, run folder, until the first step begins',
      ({ ready }) => ready,
    ),
    row('until its first step is reported (at most 30 reports a second)', ({ stepped }) => stepped),
    row('the trainer ÷ an empty thread', ({ ready, empty }) => ready / empty),
    row('the kernels ÷ the trainer', ({ kernel, ready }) => kernel / ready),
  ];
  return { title: 'Start', text: table(head, rows), goals: [], wishes: [] };
}
