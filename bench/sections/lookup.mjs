// Categories as selected rows, against one-hot rows that are multiplied, and gradients as large as the table.
import { inTurn } from '../lib/contenders.mjs';
import { goal, median, perCpuSecond, ratio, short, spreadCell, table } from '../lib/numbers.mjs';

const sizes = [1000, 10_000, 100_000, 1_000_000];
const shape = { columns: 64, batch: 64 };

/** Microseconds of a batch. */
const micros = answers => (answers ? short(1e6 / median(answers.map(perCpuSecond))) : '–');

/** @returns a line of the table, and how much faster ours is than the plain way */
async function measure({ js, py, nRounds }, size, task) {
  const given = { ...shape, size, task };
  const contenders = [
    js('ours', 'lookup_ours', given),
    js('plain', 'lookup_naive', given),
    py('NumPy rows', 'lookup_numpy', given, 'rows'),
    py('NumPy all', 'lookup_numpy', given, 'all'),
    py('PyTorch rows', 'lookup_torch', given, 'rows'),
    py('PyTorch all', 'lookup_torch', given, 'all'),
  ];
  const answers = await inTurn(contenders, Math.min(nRounds, size < 1e6 ? 7 : 3));
  const against = (one, other) => ratio(answers.get(one), answers.get(other));
  const ours = against('ours', 'plain');
  return {
    ours,
    cells: [
      size.toLocaleString('en'),
      micros(answers.get('ours')),
      spreadCell(ours),
      spreadCell(against('NumPy rows', 'NumPy all')),
      spreadCell(against('PyTorch rows', 'PyTorch all')),
      spreadCell(against('ours', 'PyTorch rows')),
      spreadCell(against('ours', 'NumPy rows')),
    ],
  };
}

export async function run(bench) {
  const parts = [];
  let reached = null;
  const heads = {
    forward: [
      'ours against the plain product',
      'NumPy: take against one-hot @ W',
      'PyTorch: embedding against one-hot @ W',
    ],
    step: [
      'ours against plain, all rows',
      'NumPy: touched against all rows',
      'PyTorch: sparse against dense gradient',
    ],
  };
  for (const [task, head] of Object.entries(heads)) {
    const rows = [];
    for (const size of sizes) {
      console.log(`${task}, V = ${size}`);
      const { ours, cells } = await measure(bench, size, task);
      rows.push(cells);
      if (task === 'forward' && size === 100_000) reached = ours?.median ?? null;
    }
    const titles = { forward: 'Forward', step: 'A training step of softmax regression, SGD' };
    const columns = [
      'V',
      'ours, µs a batch',
      ...head,
      'ours against PyTorch embedding',
      'ours against NumPy take',
    ];
    parts.push(`### ${titles[task]}\n\n${table(columns, rows)}`);
  }
  const preamble = `A batch of 64 samples chooses rows of a table of V × 64, 32 batches in turn. How many times as fast, by CPU time: median
(min–max). The plain product is three loops in JavaScript over one-hot rows that are there already; nothing is extrapolated.`;
  const goals = [
    goal('Lookup at V = 100,000 against the plain one-hot product, forward', '≥', 100_000, reached, ' ×'),
  ];
  return { title: 'Lookup against one-hot', text: [preamble, ...parts].join('\n\n'), goals, wishes: [] };
}
