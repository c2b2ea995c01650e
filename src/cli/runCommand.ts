import { parseArgs } from 'node:util';
import { reasonOf } from '../reason';
import { check } from './check';
import { type Command, type Context, UsageError, type Values, type World } from './context';
import { create } from './create';
import { evaluateRun } from './evaluate';
import { runs } from './runs';
import { printFailure } from './text';
import { train } from './train';

const usage = `descent: train small neural networks from a configuration file

  descent train    CONFIG [--set training.learning_rate=0.01]… [--out DIR] [--resume RUN] [--threads N] [--json]
  descent evaluate RUN [--data FILE] [--split validation|test|train] [--worst N] [--epoch N] [--json]
  descent check    CONFIG [--set training.learning_rate=0.01]… [--json]
  descent runs     [list | show RUN | compare RUN RUN… | delete RUN] [--json]
  descent create   DATA_FILE [--target COLUMN] [--out CONFIG] [--json]

RUN is a run's id or its folder. Exit code 0, 1 for an error to mend, 2 for a failed or diverged run.
`;

const commands: Record<string, Command> = { train, evaluate: evaluateRun, check, runs, create };

const options = {
  set: { type: 'string', multiple: true },
  out: { type: 'string' },
  resume: { type: 'string' },
  threads: { type: 'string' },
  data: { type: 'string' },
  split: { type: 'string' },
  worst: { type: 'string' },
  epoch: { type: 'string' },
  target: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Runs a command line to its exit code; whatever goes wrong is printed. */
export async function runCommand(argv: readonly string[], world: World): Promise<number> {
  // Also where the rest of the line cannot be read.
  const context: Context = { ...world, json: argv.includes('--json') };
  try {
    return await dispatch(argv, context);
  } catch (error) {
    printFailure(context, error);
    return 1;
  }
}

async function dispatch(argv: readonly string[], context: Context): Promise<number> {
  const { values, positionals } = parse(argv);
  const { json: _, help, ...given } = values;
  const [name, ...args] = positionals;
  if (help) {
    context.terminal.print(usage);
    return 0;
  }
  const choice = `Choose one of ${Object.keys(commands).join(', ')}, or --help.`;
  if (name === undefined) throw new UsageError(`No command. ${choice}`);
  if (!Object.hasOwn(commands, name)) throw new UsageError(`There is no command ${name}. ${choice}`);
  const command = commands[name]!;
  refuseOthers(name, command, given);
  return command.run(context, args, given);
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    // The rest of the message is about options in general.
    const [fault] = reasonOf(error).split(/\. |\n/);
    throw new UsageError(`${fault!.replace(/\.$/, '')}. "descent --help" lists the options.`);
  }
}

/** An option that a command does not know would be ignored, and the person would not know. */
function refuseOthers(name: string, command: Command, given: Values) {
  for (const option of Object.keys(given) as (keyof Values)[]) {
    if (command.options.includes(option)) continue;
    const known = [...command.options, 'json'].map(other => `--${other}`).join(', ');
    throw new UsageError(`descent ${name} has no option --${option}; it takes ${known}.`);
  }
}
