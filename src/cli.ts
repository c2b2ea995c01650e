import * as path from 'node:path';
import type { World } from './cli/context';
import { runCommand } from './cli/runCommand';
import { nodePlatform } from './platform/node';

const { argv, stdout, stderr } = process;

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
