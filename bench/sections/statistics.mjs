// What the statistics of each epoch cost.
import { inTurn } from '../lib/contenders.mjs';
import { goal, median, perCpuSecond, ratio, short, table } from '../lib/numbers.mjs';
import { nets } from '../sections.mjs';

/** So slow that a long time changes nothing, and every epoch has the same work. */
const learningRate = 1e-7;
const noise = (sizes, nSamples) => ({ ...nets.iv, sizes, data: 'noise', nSamples });
const cases = [
  ...Object.entries(nets).map(([id, net]) => ({ title: `net ${id}`, net })),
  { title: 'net ii', net: { ...nets.ii, nSamples: 1000 } },
  { title: 'net iii', net: { ...nets.iii, nSamples: 1000 } },
  // As large as the examples digits and iris.
  { title: '64-64-32-10', net: noise([64, 64, 32, 10], 1797) },
  { title: '4-32-3', net: noise([4, 32, 3], 150) },
];

const percent = value => `${(100 * value).toFixed(1)} %`;

const added = ({ median: middle, min, max }) =>
  `**${percent(middle - 1)}** (${percent(min - 1)} to ${percent(max - 1)})`;

export async function run({ js, nRounds }) {
  const rows = [];
  const shares = [];
  for (const { title, net } of cases) {
    console.log(title);
    const given = { ...net, learningRate };
    const [withThem, without] = [
      js('with', 'statistics', given),
      js('without', 'statistics_without', given, 'without'),
    ];
    const answers = await inTurn([withThem, without], nRounds);
    const more = ratio(answers.get('without'), answers.get('with'));
    const nRows = net.nSamples ?? (net.data === 'pictures' ? 60_000 : 1024);
    const milliseconds = more ? short(1000 / median(answers.get('without').map(perCpuSecond))) : '–';
    if (more) shares.push(more.median - 1);
    rows.push([title, nRows.toLocaleString('en'), milliseconds, more ? added(more) : '–']);
  }
  const text = `Whole epochs through the training loop, with the evaluation of the validation part (a fifth of the rows) and the line that is recorded, by
CPU time: once as they are, once without statistics.

${table(['', 'rows', 'ms an epoch without', 'statistics add, median (min–max)'], rows)}`;
  const worst = shares.length === cases.length ? 100 * Math.max(...shares) : null;
  return {
    title: 'Statistics',
    text,
    goals: [goal('Statistics of every epoch, of the training time', '≤', 5, worst, ' %')],
    wishes: [],
  };
}
