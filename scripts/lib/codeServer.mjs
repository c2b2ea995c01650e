// code-server: the real VS Code workbench with its real extension host, served to a browser on this machine.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { atEnd, endTree, mustRun, root, Stop } from './run.mjs';

const packages = path.join(root, 'test/e2e/node_modules');
const entry = path.join(packages, 'code-server/out/node/entry.js');
const startMs = 120_000;

// A workbench that asks nothing, fetches nothing and shows nothing but the folder.
const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'json.schemaDownload.enable': false,
  'git.enabled': false,
};

/**
 * Starts a server on a free port of 127.0.0.1, with everything it writes in a folder that goes when it stops.
 * @param {object} [options]
 * @param {string} [options.vsix] extension to install first
 * @param {object} [options.settings] user settings
 * @param {object} [options.env] further environment of the server and of its extension host
 * @param {boolean} [options.runsSuites] heeds `extensionTestsPath` in the URL; notifications are hidden then
 * @param {string} [options.log] file for all that the server says
 */
export async function startCodeServer({ vsix, settings = {}, env = {}, runsSuites = false, log } = {}) {
  const home = mkdtempSync(path.join(os.tmpdir(), 'descent-code-server-'));
  const forget = [atEnd(() => rmSync(home, { recursive: true, force: true }))];
  const userFolder = path.join(home, 'user/User');
  mkdirSync(userFolder, { recursive: true });
  writeFileSync(path.join(userFolder, 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }));
  writeFileSync(path.join(home, 'config.yaml'), 'auth: none\n');

  const port = await freePort();
  const options = { cwd: home, env: environment(home, env) };
  const args = [entry, ...serverArguments(home, port)];
  if (runsSuites) args.push('--vscode-option', 'enable-smoke-test-driver');
  const node = nodeForServer();
  if (vsix)
    await mustRun(node, [...args, '--install-extension', vsix, '--force'], { ...options, quiet: true });

  // A group of its own, so that one signal reaches the server and every extension host.
  const child = spawn(node, args, {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  forget.unshift(atEnd(() => endTree(child)));
  const output = createWriteStream(log ?? path.join(home, 'server.log'));
  child.stdout.pipe(output);
  child.stderr.pipe(output);

  const origin = `http://127.0.0.1:${port}`;
  await answers(`${origin}/healthz`, child);
  return {
    origin,
    url: (folder, payload) => {
      const url = new URL(origin);
      url.searchParams.set('folder', folder);
      if (payload) url.searchParams.set('payload', JSON.stringify(payload));
      return url.href;
    },
    /** Resolves when the server ends by itself. */
    ended: once(child, 'exit'),
    async stop() {
      endTree(child, 'SIGTERM');
      if (child.exitCode === null && child.signalCode === null)
        await Promise.race([once(child, 'exit'), sleep(5000)]);
      endTree(child);
      for (const each of forget) each();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function serverArguments(home, port) {
  return [
    ...['--config', path.join(home, 'config.yaml'), '--bind-addr', `127.0.0.1:${port}`, '--auth', 'none'],
    ...['--user-data-dir', path.join(home, 'user'), '--extensions-dir', path.join(home, 'extensions')],
    ...['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust', '--disable-proxy'],
    ...['--disable-getting-started-override', '--ignore-last-opened', '--reconnection-grace-time', '30'],
  ];
}

/** Our environment without what another VS Code or npm put there; temporary files stay in `home`, the gallery is empty. */
function environment(home, more) {
  const ours = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|npm_)/i.test(name));
  return {
    ...Object.fromEntries(ours),
    TMPDIR: home,
    XDG_RUNTIME_DIR: home,
    XDG_CONFIG_HOME: path.join(home, 'config'),
    XDG_DATA_HOME: path.join(home, 'share'),
    EXTENSIONS_GALLERY: '{"serviceUrl":""}',
    ...more,
  };
}

/** code-server wants Node 24: the one from its package folder, or the one that runs this script. */
function nodeForServer() {
  const folder = path.join(packages, `node-${process.platform.replace('win32', 'win')}-${process.arch}`);
  const file = path.join(folder, process.platform === 'win32' ? 'bin/node.exe' : 'bin/node');
  if (existsSync(file)) return file;
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  throw new Stop(
    'Install Node 24 or the desktop VS Code with its `code` command to see Descent on this machine.',
  );
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

async function answers(url, child) {
  const deadline = Date.now() + startMs;
  while (Date.now() < deadline && child.exitCode === null) {
    const ok = await fetch(url).then(
      response => response.ok,
      () => false,
    );
    if (ok) return;
    await sleep(100);
  }
  endTree(child);
  throw new Stop('code-server did not start.');
}
