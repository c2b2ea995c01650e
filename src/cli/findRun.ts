import { fileNames } from '../runs/runFolder';
import { type Context, UsageError } from './context';

const maxDepth = 5;

/** Every `.descent/runs` folder in the working folder and below it. */
export async function runsFolders({ platform: { files, paths }, folder }: Context): Promise<string[]> {
  const found: string[] = [];
  const visit = async (parent: string, depth: number) => {
    for (const name of await files.list(parent)) {
      const path = paths.join(parent, name);
      if (name === '.descent') found.push(paths.join(path, 'runs'));
      else if (depth < maxDepth && !name.startsWith('.') && name !== 'node_modules') {
        if ((await files.status(path))?.isFolder) await visit(path, depth + 1);
      }
    }
  };
  await visit(folder, 0);
  return found;
}

/** The folder of a run that is named by its folder or by its id. */
export async function findRun(context: Context, run: string): Promise<string> {
  const { files, paths } = context.platform;
  const holdsRun = async (path: string) =>
    (await files.status(paths.join(path, fileNames.record))) !== undefined;
  const path = paths.resolve(context.folder, run);
  if (await holdsRun(path)) return path;
  for (const folder of await runsFolders(context)) {
    const candidate = paths.join(folder, run);
    if (await holdsRun(candidate)) return candidate;
  }
  throw new UsageError(`There is no run ${run} here. "descent runs" lists those that are.`);
}
