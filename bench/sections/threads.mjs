// Two threads against one, by the clock and on all cores.
import { inTurn } from '../lib/contenders.mjs';
import { goal, median, perWallSecond, ratio, short, spreadCells, table } from '../lib/numbers.mjs';
import { nets } from '../sections.mjs';

const counts = [1, 2];
const nameOf = (name, threads) => `${name}, ${threads} thread${threads > 1 ? 's' : ''}`;

export async function run({ js, py, nRounds, netNames }) {
  const [parts, goals, wishes] = [[], [], []];
  for (const id of netNames) {
    console.log(`net ${id}`);
    const contenders = counts.flatMap(threads => {
      const net = { ...nets[id], threads };
      return [
        js(nameOf('Descent', threads), 'ours', net, 'fastest'),
        py(nameOf('PyTorch', threads), 'torch_net', net),
        py(nameOf('NumPy by hand', threads), 'numpy_net', net),
      ];
    });
    const answers = await inTurn(
      contenders.map(each => ({ ...each, usesAllCores: true })),
      nRounds,
    );
    const against = (name, other) => ratio(answers.get(name), answers.get(other), perWallSecond);
    const rows = contenders
      .filter(({ name }) => answers.has(name))
      .map(({ name }) => [
        name,
        ...spreadCells(against(name, nameOf('Descent', 1))),
        short(median(answers.get(name).map(perWallSecond))),
      ]);
    parts.push(
      `### Net ${id}\n\n${table(['contender', 'min', 'median', 'max', 'samples per second'], rows)}`,
    );
    if (id !== 'iii') continue;
    const reached = against(nameOf('Descent', 2), nameOf('Descent', 1));
    goals.push(
      goal('Net iii: two threads against our one, by the clock', '≥', 1.6, reached?.median ?? null, ' ×'),
    );
    const beside = against(nameOf('Descent', 2), nameOf('PyTorch', 2));
    wishes.push(
      goal('Net iii: two threads against two of PyTorch, by the clock', '≥', 1, beside?.median ?? null, ' ×'),
    );
  }
  const preamble = `Seconds of the clock, all cores. The ratios are samples per second against Descent on one thread in the same round.`;
  return { title: 'Threads', text: [preamble, ...parts].join('\n\n'), goals, wishes };
}
