// Child programs that never outlive us.
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');
const windows = process.platform === 'win32';

/** An expected failure: its message says all, a stack would only hide it. */
export class Stop extends Error {}

/** Runs a script's body; a `Stop` ends it with one sentence. */
export async function main(body) {
  try {
    await body();
  } catch (error) {
    console.error(error instanceof Stop ? error.message : error);
    process.exitCode = 1;
  }
}

const ends = new Set();
function endAll() {
  for (const end of ends) end();
}
process.once('exit', endAll);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
if (process.env.npm_lifecycle_event) endWithParent();

/** A signal to npm ends npm and its shell but does not reach us; an orphan knows by its new parent. */
function endWithParent() {
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || process.exit(130), 500).unref();
}

/** Calls `end` when this process ends, however that comes about; it must be synchronous. */
export function atEnd(end) {
  ends.add(end);
  return () => ends.delete(end);
}

/** Ends a program together with all that it started; it must lead its own process group. */
export function endTree(child, signal = 'SIGKILL') {
  if (windows) {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Already gone.
  }
}

/**
 * Runs a program to its end and resolves to its exit code; with `quiet`, what it says is shown only when it fails.
 * Input is closed, so that nothing ever waits for an answer.
 */
export function run(command, args, { quiet = false, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const output = quiet ? 'pipe' : 'inherit';
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', output, output], ...options });
    const said = [];
    child.stdout?.on('data', bytes => said.push(bytes));
    child.stderr?.on('data', bytes => said.push(bytes));
    const forget = atEnd(() => child.kill('SIGTERM'));
    child.once('error', reject);
    child.once('close', code => {
      forget();
      if (code !== 0) process.stderr.write(Buffer.concat(said));
      resolve(code ?? 1);
    });
  });
}

/** Like `run`, but a failure stops the script. */
export async function mustRun(command, args, options) {
  const code = await run(command, args, options);
  if (code !== 0) throw new Stop(`"${[command, ...args].join(' ')}" failed with exit code ${code}.`);
}

/** Runs one of the project's own tools by the script in node_modules, without the shell wrappers that differ by platform. */
export const tool = (script, args, options) =>
  run(process.execPath, [`node_modules/${script}`, ...args], options);

/** Runs npm: the one that started us, so that a second installation is never met. */
export function npm(args, options) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('npm-cli.js')) return mustRun(process.execPath, [cli, ...args], options);
  return mustRun('npm', args, { shell: windows, ...options });
}
