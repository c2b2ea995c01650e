import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { check } from '../../src/cli/check';
import type { Command, Context, Values } from '../../src/cli/context';
import { create } from '../../src/cli/create';
import { evaluateRun } from '../../src/cli/evaluate';
import { runs } from '../../src/cli/runs';
import { printFailure } from '../../src/cli/text';
import { train } from '../../src/cli/train';
import { nodePlatform } from '../../src/platform/node';
import { temporaryFolder } from '../helpers/temporaryFolder';
import { classification, table } from '../worker/support';

const commands: Record<string, Command> = { train, evaluate: evaluateRun, check, runs, create };

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

  /** @param words as in the shell, with `--json` for machines; `values` are the other options */
  async function run(
    [name, ...words]: string[],
    values: Values = {},
    changed: Partial<Context> = {},
  ): Promise<Said> {
    let out = '';
    let errors = '';
    const json = words.includes('--json');
    const context: Context = {
      platform: nodePlatform(join(import.meta.dirname, '../../examples')),
      folder: folder(),
      json,
      terminal: {
        isInteractive: false,
        print: text => (out += `${text}\n`),
        redraw: text => (out += text),
        complain: text => (errors += `${text}\n`),
      },
      onInterrupt: () => {},
      ...changed,
    };
    const args = words.filter(word => word !== '--json');
    const code = await commands[name!]!(context, args, values).catch(error => {
      printFailure(context, error);
      return 1;
    });
    const lines = json
      ? out
          .trim()
          .split('\n')
          .filter(Boolean)
          .map(line => JSON.parse(line))
      : [];
    return { code, out, errors, lines };
  }

  const write = (name: string, text: string) => writeFile(path(name), text);
  const project = async () => {
    await write('data.csv', table);
    await write('a.model.yaml', classification);
  };
  const read = (name: string) => readFile(path(name), 'utf8');
  return { run, path, write, read, project };
}
