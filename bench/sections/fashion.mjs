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
  const answers = await inTurn([js('Descent', 'fashion', race), py('PyTorch', 'torch_fashion', race)], Math.min(nRounds, 7));
  const all = [...answers].map(([name, each]) => ({
    name,
    seconds: spread(each.map(({ cpu }) => cpu)),
    steps: spread(each.map(({ steps }) => steps)),
    nReached: each.filter(({ reached }) => reached).length,
    nRuns: each.length,
  }));
  const [ours, torch] = all;
  const head = ['', 'CPU seconds, median (min–max)', 'steps', 'reached'];
  const rows = all.map(({ name, seconds, steps, nReached, nRuns }) =>
    [name, spreadCell(seconds), spreadCell(steps), `${nReached} of ${nRuns} seeds`]);
  const share = ours && torch ? ours.seconds.median / torch.seconds.median : null;
  return {
    share,
    text: `Net ii to 85 % on the test part, looked at every ${race.until.every} steps, which does not count; CPU time.${share ? ` Descent needs ${short(share)} of PyTorch's.` : ''}\n\n${table(head, rows)}`,
  };
}

async function runReference({ js }, { name, task, accuracy: [low, high], loss }) {
  const answers = (await inTurn([js('Descent', 'fashion', task)], 3)).get('Descent') ?? [];
  const percent = median(answers.map(each => 100 * each.accuracy));
  const nll = median(answers.map(each => each.loss));
  const within = Number(percent.toFixed(1)) >= low && Number(percent.toFixed(1)) <= high;
  const isMet = answers.length > 0 && within && (loss === undefined || nll.toFixed(2) === loss.toFixed(2));
  const [needed, reached] = [`${low}–${high} %${loss ? `, NLL ${loss}` : ''}`, `${percent.toFixed(2)} %, NLL ${nll.toFixed(3)}`];
  return {
    cells: [name, needed, reached, answers.map(each => (100 * each.accuracy).toFixed(2)).join(', '), isMet ? 'met' : '**not met**'],
    goal: { text: `Fashion-MNIST, ${name}: test accuracy`, needed, reached, isMet },
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
  const head = ['settings', 'known', 'Descent, median of three seeds', 'each, %', ''];
  return {
    title,
    text: `${text}\n\nAccuracy on the test part after settings whose outcome is known:\n\n${table(head, rows.map(({ cells }) => cells))}`,
    goals: rows.map(each => each.goal),
    wishes: [goal("Fashion-MNIST, net ii to 85 %: CPU time against PyTorch's", '≤', 1, share, ' ×')],
  };
}
