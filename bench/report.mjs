// The results of a benchmark in words and tables.
import { execFileSync } from 'node:child_process';
import os from 'node:os';
import { table } from './lib/numbers.mjs';
import { python } from './lib/programmes.mjs';

function versionOf(program, ...args) {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return 'missing';
  }
}

const pythonVersions = () =>
  ['torch', 'numpy', 'sklearn']
    .map(name => `${name} ${versionOf(python, '-c', `import ${name}; print(${name}.__version__)`)}`)
    .join(', ');

const goalTable = goals =>
  table(
    ['goal', 'needed', 'reached', ''],
    goals.map(({ text, needed, reached, isMet }) => [text, needed, reached, isMet ? 'met' : '**not met**']),
  );

export function report(results, { node, nRounds, minutes }) {
  const cpus = os.cpus();
  return `# Results of \`npm run bench\`

Written by the command, not by hand: every contender a live process on one core, in turn, round by round. Absolute speeds of a
shared machine mean little; ratios in one run do.

## Goals

${goalTable(results.flatMap(({ goals }) => goals))}

To reach for:

${goalTable(results.flatMap(({ wishes }) => wishes))}

## Machine

- ${cpus[0]?.model ?? 'unknown'}, ${cpus.length} cores, ${os.type()} ${os.arch()}; load ${os.loadavg()[0].toFixed(1)} at the end of ${minutes.toFixed(0)} minutes with ${nRounds} rounds
- Node ${versionOf(node, '--version')}, and ${process.version}; ${pythonVersions()}; tfjs 4.22, brain.js 1.6
- Data: Fashion-MNIST (Debian's dataset-fashion-mnist); 1,024 points for net iv

${results.map(({ title, text }) => `## ${title}\n\n${text}`).join('\n\n')}
`;
}
