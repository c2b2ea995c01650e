// The results of a benchmark in words and tables.
import { execFileSync } from 'node:child_process';
import os from 'node:os';

const baseline = 'PyTorch';

/** At least so many times PyTorch on one thread, with the fastest kernel. */
const goals = { i: 2, ii: 1.1, iii: 0.9, iv: 70 };

const sorted = values => [...values].sort((a, b) => a - b);
const median = values => sorted(values)[Math.floor(values.length / 2)];
const short = value => value.toPrecision(3);

/** Against PyTorch in the same round; against itself where there is no PyTorch. */
function ratios({ contenders }, { speeds }) {
  const reference = contenders.find(({ name }) => name === baseline)?.speeds;
  return reference && speeds.map((speed, round) => speed / reference[round]);
}

function table(result) {
  const rows = result.contenders.map(contender => {
    const against = ratios(result, contender);
    const [low, middle, high] = against
      ? [Math.min(...against), median(against), Math.max(...against)].map(short)
      : ['–', '–', '–'];
    const speed = Math.round(median(contender.speeds)).toLocaleString('en');
    return `| ${contender.name} | ${low} | **${middle}** | ${high} | ${speed} |`;
  });
  const { sizes, batch, optimizer } = result.net;
  return [
    `### Net ${result.id}: ${sizes.join('-')}, relu, batch ${batch}, ${optimizer}`,
    '',
    '| contender | min | median | max | samples per CPU second |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function goalTable(results) {
  const rows = results.flatMap(result => {
    const [ours] = result.contenders;
    const against = ours && ratios(result, ours);
    if (!against) return [];
    const reached = median(against);
    const verdict = reached >= goals[result.id] ? 'met' : '**not met**';
    return [`| ${result.id} | ${ours.name} | ≥ ${goals[result.id]} | ${short(reached)} | ${verdict} |`];
  });
  return ['| net | kernel | goal | median | |', '|---|---|---|---|---|', ...rows].join('\n');
}

function versionOf(program, ...args) {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return 'missing';
  }
}

const pythonVersions = () =>
  ['torch', 'numpy', 'sklearn']
    .map(
      name => `${name} ${versionOf('/usr/bin/python3', '-c', `import ${name}; print(${name}.__version__)`)}`,
    )
    .join(', ');

export function report(results, { node, rounds }) {
  return `# Results of \`npm run bench\`

Written by the command, not by hand. Training steps as the trainer runs them, one thread, every contender a live process
on one core, in turn through ${rounds} rounds. The figures are samples per CPU second relative to ${baseline} in the same
round. Absolute speeds of a shared machine mean little; ratios in one run do.

- Machine: ${os.cpus()[0]?.model ?? 'unknown'}, ${os.cpus().length} cores, ${os.type()} ${os.arch()}; load ${os.loadavg()[0].toFixed(1)} at the end
- Node ${versionOf(node, '--version')}; ${pythonVersions()}
- Data: Fashion-MNIST (Debian's dataset-fashion-mnist); 1,024 points for net iv

## Goals

${goalTable(results)}

## Nets

${results.map(table).join('\n\n')}
`;
}
