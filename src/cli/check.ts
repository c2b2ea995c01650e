import { textOf } from '../data/inputs';
import { prepare } from '../worker/prepare';
import { type Command, type Context, onlyArgument, readConfiguration, type Values } from './context';
import { printProblems } from './text';

/** Says everything that is wrong with a configuration and its data. */
export const check: Command = { options: ['set'], run };

async function run(context: Context, args: readonly string[], { set = [] }: Values): Promise<number> {
  const argument = onlyArgument(args, 'configuration');
  const source = await readConfiguration(context, argument);
  const { problems, prepared } = await prepare(context.platform, source, set);
  printProblems(context, argument, source.text, problems);
  if (context.json) context.terminal.print(JSON.stringify({ type: 'done', problems: problems.length }));
  else if (prepared) {
    const { train, validation, preprocessing } = prepared.dataset;
    const noun = textOf(preprocessing.features) ? 'characters' : 'rows';
    const parts = `${train.targets.length} ${noun} to train on, ${validation?.targets.length ?? 0} to validate`;
    context.terminal.print(`${argument} is ready to train: ${preprocessing.task}, ${parts}.`);
  }
  return prepared ? 0 : 1;
}
