import * as path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { World } from './cli/context';
import { runCommand } from './cli/runCommand';
import { nodePlatform } from './platform/node';

const { argv, env, stdout, stderr, versions } = process;

// An experiment of V8 that takes two vectors of the kernels as one: faster on processors with 256 bits, the same numbers.
// Older versions do not know it. It must be set before anything is compiled, and is no choice for an editor's process.
if (env.DESCENT_REVECTORIZE === '1' && Number.parseInt(versions.node, 10) >= 24)
  setFlagsFromString('--experimental-wasm-revectorize');

const world: World = {
  platform: nodePlatform(path.dirname(__dirname)),
  folder: process.cwd(),
  terminal: {
    isInteractive: stdout.isTTY === true,
    get columns() {
      return stdout.columns ?? 80;
    },
    print: text => void stdout.write(`${text}\n`),
    redraw: text => void stdout.write(`\r\x1b[K${text}`),
    complain: text => void stderr.write(`${text}\n`),
  },
  onInterrupt: stop => {
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  },
};

// Whoever reads us may have had enough, as `head` does: that ends the command, and is no error.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.kill(process.pid, 'SIGTERM');
  else throw error;
});

runCommand(argv.slice(2), world).then(code => {
  process.exitCode = code;
});
