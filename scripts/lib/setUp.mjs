// What the commands need on a fresh machine; each step is skipped once it is done.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npm, root, Stop } from './run.mjs';

const workbenchFolder = path.join(root, 'test/e2e');
// No install script of any package is needed: they only build native modules or download what we have already.
const quietInstall = ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund'];

/** Packages of the extension itself. */
export async function setUpProject() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20) throw new Stop(`Descent is built with Node 20 or newer; this is ${process.version}.`);
  await install(root, 'Installing packages', () => npm(quietInstall, { cwd: root, quiet: true }));
}

/** A VS Code that a browser can show: code-server, and the packages of the server inside it. */
export async function setUpWorkbench() {
  await install(workbenchFolder, 'Installing VS Code for the browser', async () => {
    await npm(quietInstall, { cwd: workbenchFolder, quiet: true });
    await npm(['ci', '--omit=dev', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'], {
      cwd: path.join(workbenchFolder, 'node_modules/code-server/lib/vscode'),
      quiet: true,
    });
  });
}

/** The packages that the benchmark is measured against. */
export async function setUpPeers() {
  const folder = path.join(root, 'bench');
  await install(folder, 'Installing tfjs and brain.js', () =>
    npm(quietInstall, { cwd: folder, quiet: true }),
  );
}

/** Installs unless this very lockfile was installed already; the stamp lies in node_modules and goes with it. */
async function install(folder, title, steps) {
  const lockfile = createHash('sha256')
    .update(readFileSync(path.join(folder, 'package-lock.json')))
    .digest('hex');
  const stamp = path.join(folder, 'node_modules/.descent-installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockfile) return;
  console.log(`${title}…`);
  await steps();
  writeFileSync(stamp, lockfile);
}
