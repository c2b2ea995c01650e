import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Values, World } from '../../src/cli/context';
import { runCommand } from '../../src/cli/runCommand';
import { nodePlatform } from '../../src/platform/node';
import { temporaryFolder } from '../helpers/temporaryFolder';
import { classification, table } from '../worker/support';

interface Said {
  readonly code: number;
  readonly out: string;
  readonly errors: string;
  /** The lines of `--json`. */
  // biome-ignore lint/suspicious/noExplicitAny: whatever the command printed
  readonly lines: any[];
}

/** A real folder with a configuration and its data, and the command line in it. */
export function commandLine() {
  const folder = temporaryFolder();
  const path = (name: string) => join(folder(), name);

  /** @param words as in the shell; `values` are options with a value */
  async function run(
    words: readonly string[],
    values: Values = {},
    changed: Partial<World> = {},
  ): Promise<Said> {
    let out = '';
    let errors = '';
    const world: World = {
      platform: nodePlatform(join(import.meta.dirname, '../..')),
      folder: folder(),
      terminal: {
        isInteractive: false,
        columns: 80,
        print: text => (out += `${text}\n`),
        redraw: text => (out += text),
        complain: text => (errors += `${text}\n`),
      },
      onInterrupt: () => {},
      ...changed,
    };
    const options = Object.entries(values).flatMap(([name, value]) =>
      [value].flat().map(each => `--${name}=${each}`),
    );
    const code = await runCommand([...words, ...options], world);
    const lines = words.includes('--json')
      ? out
          .trim()
          .split('\n')
          .filter(Boolean)
          .map(line => JSON.parse(line))
      : [];
    return { code, out, errors, lines };
  }

  const write = (name: string, content: string | Uint8Array) => writeFile(path(name), content);
  const project = async () => {
    await write('data.csv', table);
    await write('a.model.yaml', classification);
  };
  const read = (name: string) => readFile(path(name), 'utf8');
  return { run, path, write, read, project };
}
