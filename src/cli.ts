import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { check } from './cli/check';
import { type Command, type Context, UsageError } from './cli/context';
import { create } from './cli/create';
import { evaluateRun } from './cli/evaluate';
import { runs } from './cli/runs';
import { printFailure } from './cli/text';
import { train } from './cli/train';
import { nodePlatform } from './platform/node';

const usage = `descent: train small neural networks from a configuration file

  descent train    CONFIG [--set training.learning_rate=0.01]… [--out DIR] [--resume RUN] [--json]
  descent evaluate RUN [--data FILE] [--split validation|test|train] [--worst N] [--json]
  descent check    CONFIG [--json]
  descent runs     [list | show RUN | compare RUN RUN… | delete RUN] [--json]
  descent create   DATA_FILE [--target COLUMN] [--out CONFIG]

RUN is a run's id or its folder. Exit code 0, 1 for an error to mend, 2 for a failed or diverged run.
`;

const commands: Record<string, Command> = { train, evaluate: evaluateRun, check, runs, create };

const options = {
  set: { type: 'string', multiple: true },
  out: { type: 'string' },
  resume: { type: 'string' },
  data: { type: 'string' },
  split: { type: 'string' },
  worst: { type: 'string' },
  target: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [name, ...args] = positionals;
  const { stdout, stderr } = process;
  const context: Context = {
    platform: nodePlatform(path.join(__dirname, '..', 'examples')),
    folder: process.cwd(),
    json: values.json ?? false,
    terminal: {
      isInteractive: stdout.isTTY === true && !values.json,
      print: text => void stdout.write(`${text}\n`),
      redraw: text => void stdout.write(`\r\x1b[K${text}`),
      complain: text => void stderr.write(`${text}\n`),
    },
    onInterrupt: stop => {
      process.once('SIGINT', stop);
      process.once('SIGTERM', stop);
    },
  };
  if (values.help || name === undefined) {
    context.terminal.print(usage);
    return values.help ? 0 : 1;
  }
  const command = commands[name];
  try {
    if (!command) throw new UsageError(`There is no command ${name}.`);
    return await command(context, args, values);
  } catch (error) {
    printFailure(context, error);
    return 1;
  }
}

main().then(
  code => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    process.exitCode = 1;
  },
);
