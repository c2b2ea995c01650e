// Fashion-MNIST: the time to a given accuracy, and the accuracies that are known from elsewhere.
import { existsSync } from 'node:fs';
import { inTurn } from '../lib/contenders.mjs';
import { goal, median, short, spread, spreadCell, table } from '../lib/numbers.mjs';

const folder = '/usr/share/datasets/fashion-mnist';

const race = {
  ...{ sizes: [784, 128, 10], activation: 'relu', batch: 64, learningRate: 0.1, epochs: 10 },
  until: { accuracy: 0.85, every: 50 },
};

/** Accuracies in percent on the test part, and its mean loss, as published for these settings. */
const references = [
  {
    name: 'softmax, SGD 0.1, batch 100, 20 epochs',
    task: { sizes: [784, 10], activation: 'relu', batch: 100, learningRate: 0.1, epochs: 20 },
    accuracy: [84.3, 84.4],
    loss: 0.44,
  },
  {
    name: '100 sigmoid, SGD 0.5, batch 100, 10 epochs',
    task: { sizes: [784, 100, 10], activation: 'sigmoid', batch: 100, learningRate: 0.5, epochs: 10 },
    accuracy: [86.5, 86.9],
  },
];

/** How much of PyTorch's time we need: seed by seed there is nothing to compare, so the medians are. */
async function runRace({ js, py, nRounds }) {
  const answers = await inTurn(
    [js('Descent', 'fashion', race), py('PyTorch', 'torch_fashion', race)],
    Math.min(nRounds, 7),
  );
  const all = [...answers].map(([name, each]) => ({
    name,
    seconds: spread(each.map(({ cpu }) => cpu)),
    steps: spread(each.map(({ steps }) => steps)),
    nReached: each.filter(({ reached }) => reached).length,
    nRuns: each.length,
  }));
  const [ours, torch] = all;
  const head = ['', 'CPU seconds, median (min–max)', 'steps', 'reached'];
  const rows = all.map(({ name, seconds, steps, nReached, nRuns }) => [
    name,
    spreadCell(seconds),
    spreadCell(steps),
    `${nReached} of ${nRuns} seeds`,
  ]);
  const share = ours && torch ? ours.seconds.median / torch.seconds.median : null;
  return {
    share,
    text: `Net ii to 85 % on the test part, looked at every ${race.until.every} steps, which does not count; CPU time.${share ? ` Descent needs ${short(share)} of PyTorch's.` : ''}\n\n${table(head, rows)}`,
  };
}

/** Numbers between the quarters: a last epoch is a matter of luck, by half a percent and more. */
function middleHalf(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = share => sorted[Math.round(share * (sorted.length - 1))];
  return { min: at(0.25), median: median(sorted), max: at(0.75) };
}

const show = ({ min, median: middle, max }, digits) =>
  `${middle.toFixed(digits)} (${min.toFixed(digits)}–${max.toFixed(digits)})`;

async function runReference({ js, py, nRounds }, { name, task, accuracy: [low, high], loss }) {
  const contenders = [js('Descent', 'fashion', task), py('PyTorch', 'torch_fashion', task)];
  const answers = await inTurn(contenders, Math.min(nRounds, 9));
  const cellsOf = answered => {
    const percent = middleHalf(answered.map(each => 100 * each.accuracy));
    const nll = middleHalf(answered.map(each => each.loss));
    const hasAccuracy = percent.min < high + 0.05 && percent.max >= low - 0.05;
    const hasLoss = loss === undefined || (nll.min < loss + 0.005 && nll.max >= loss - 0.005);
    return { text: `${show(percent, 2)} %, NLL ${show(nll, 3)}`, isMet: hasAccuracy && hasLoss };
  };
  const [ours, torch] = ['Descent', 'PyTorch'].map(each => answers.has(each) && cellsOf(answers.get(each)));
  const known = `${low}–${high} %${loss ? `, NLL ${loss}` : ''}`;
  const { text = 'not measured', isMet = false } = ours || {};
  return {
    cells: [name, known, text, torch ? torch.text : '–', isMet ? 'met' : '**not met**'],
    goal: {
      text: `Fashion-MNIST, ${name}: test accuracy, the middle half of the seeds`,
      ...{ needed: known, reached: text, isMet },
    },
  };
}

export async function run(bench) {
  const title = 'Fashion-MNIST';
  if (!existsSync(folder)) {
    const text = `Left out: ${folder} (Debian's dataset-fashion-mnist) is missing.`;
    return { title, text, goals: [], wishes: [] };
  }
  const { share, text } = await runRace(bench);
  const rows = [];
  for (const reference of references) rows.push(await runReference(bench, reference));
  const head = ['settings', 'known', 'Descent', 'PyTorch', ''];
  const known = table(
    head,
    rows.map(({ cells }) => cells),
  );
  return {
    title,
    text: `${text}

Settings whose outcome on the test part is known; of as many seeds as rounds, nine at most, the median (the middle half), which must
overlap it. PyTorch trains the same beside.

${known}`,
    goals: rows.map(each => each.goal),
    wishes: [goal("Fashion-MNIST, net ii to 85 %: CPU time against PyTorch's", '≤', 1, share, ' ×')],
  };
}
