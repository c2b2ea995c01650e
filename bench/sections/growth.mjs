// What training costs as the work grows, against a cost in proportion to it.
import { inTurn } from '../lib/contenders.mjs';
import { median, perCpuSecond, short, spread, spreadCell, table } from '../lib/numbers.mjs';

const base = { batch: 64, optimizer: 'sgd', learningRate: 0.01, data: 'pictures', nSamples: 10_000 };
const net = (...hidden) => ({ ...base, sizes: [784, ...hidden, 10] });
const repeated = (value, n) => Array(n).fill(value);

const series = [
  { title: 'Width of one hidden layer', nets: [64, 128, 256, 512, 1024].map(width => [width, net(width)]) },
  { title: 'Hidden layers of 256', nets: [1, 2, 4, 8].map(depth => [depth, net(...repeated(256, depth))]) },
  {
    title: 'Rows, one hidden layer of 128',
    nets: [1000, 10_000, 60_000].map(nSamples => [nSamples, { ...net(128), nSamples }]),
  },
  {
    title: 'Batch, one hidden layer of 128',
    nets: [8, 32, 128, 512].map(batch => [batch, { ...net(128), batch }]),
  },
];

/** Multiplications per sample, forward: the work is in proportion to them. */
const work = ({ sizes }) => sizes.slice(1).reduce((sum, size, l) => sum + sizes[l] * size, 0);

async function measure({ js, nRounds }, { title, nets }) {
  const contenders = nets.map(([name, each]) => js(String(name), 'ours', each, 'fastest'));
  const answers = await inTurn(contenders, Math.min(nRounds, 9));
  const first = answers.get(String(nets[0][0]));
  const rows = nets.map(([name, each]) => {
    const own = answers.get(String(name));
    const cost = own.map(
      (answer, round) => perCpuSecond(first[round]) / perCpuSecond(answer) / (work(each) / work(nets[0][1])),
    );
    return [name.toLocaleString('en'), short(median(own.map(perCpuSecond))), spreadCell(spread(cost))];
  });
  return `### ${title}\n\n${table(['', 'samples per CPU second', 'cost of a sample ÷ proportional'], rows)}`;
}

export async function run(bench) {
  const parts = [];
  for (const each of series) {
    console.log(each.title);
    parts.push(await measure(bench, each));
  }
  const preamble = `Descent's fastest kernel, relu, SGD, 10,000 rows and batches of 64 unless said. Proportional is the first line's cost of a sample times the
multiplications that it needs more: 1 is as expected, less is cheaper; median (min–max).`;
  return { title: 'Cost as the work grows', text: [preamble, ...parts].join('\n\n'), goals: [], wishes: [] };
}
