// `npm run train -- CONFIG`: the command line from the sources, in the folder where npm was called.
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { build } from './lib/build.mjs';
import { main, root, run } from './lib/run.mjs';
import { setUpProject } from './lib/setUp.mjs';

const cli = path.join(root, 'dist/cli.js');

await main(async () => {
  await setUpProject();
  if (!isBuilt()) await build();
  const cwd = process.env.INIT_CWD ?? process.cwd();
  process.exitCode = await run(process.execPath, [cli, 'train', ...process.argv.slice(2)], { cwd });
});

/** No source is younger than what was built from it. */
function isBuilt() {
  if (!existsSync(cli)) return false;
  const builtMs = statSync(cli).mtimeMs;
  const sources = readdirSync(path.join(root, 'src'), { recursive: true }).map(file =>
    path.join(root, 'src', file),
  );
  return [...sources, path.join(root, 'package-lock.json')].every(file => statSync(file).mtimeMs <= builtMs);
}
