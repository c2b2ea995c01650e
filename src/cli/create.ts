import { stemOf } from '../fileFormats';
import { create as createText } from '../worker/create';
import { type Command, type Context, onlyArgument, UsageError, type Values } from './context';

/** Writes a commented configuration for a data file, beside it unless told otherwise. */
export const create: Command = { options: ['target', 'out'], run };

async function run(
  { platform, folder, json, terminal }: Context,
  args: readonly string[],
  { target, out }: Values,
): Promise<number> {
  const { files, paths } = platform;
  const argument = onlyArgument(args, 'data file');
  const dataPath = paths.resolve(folder, argument);
  const stem = stemOf(paths.basename(dataPath));
  const path = out ? paths.resolve(folder, out) : paths.join(paths.dirname(dataPath), `${stem}.model.yaml`);
  if (await files.status(path))
    throw new UsageError(`${path} exists already. Choose another name with --out.`);
  const configurationFolder = paths.dirname(path);
  const text = await createText(platform, { dataPath, target: target ?? null, configurationFolder });
  await files.writeAtomic(path, new TextEncoder().encode(text));
  terminal.print(json ? JSON.stringify({ type: 'done', configuration: path }) : `Wrote ${path}.`);
  return 0;
}
