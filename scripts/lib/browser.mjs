// The browser that shows the workbench: one for people, one for the tests.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { mustRun, Stop } from './run.mjs';

const { platform, env } = process;

const names = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'],
  win32: [
    'Google/Chrome/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
    'Chromium/Application/chrome.exe',
  ],
};

/** Full path of a program on PATH. */
export function findOnPath(name) {
  const folders = (env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return folders.map(folder => path.join(folder, name)).find(file => existsSync(file));
}

function findBrowser() {
  if (env.CHROMIUM) return env.CHROMIUM;
  if (platform === 'darwin') {
    return names.darwin.map(name => `/Applications/${name}.app/Contents/MacOS/${name}`).find(existsSync);
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
    return folders.flatMap(folder => names.win32.map(name => path.join(folder, name))).find(existsSync);
  }
  return names.linux.map(findOnPath).find(Boolean);
}

/** Path of a Chrome, Chromium or Edge; on Debian and Ubuntu, root gets Chromium installed. */
export async function browserForTests() {
  const found = findBrowser();
  if (found) return found;
  if (platform === 'linux' && process.getuid() === 0 && findOnPath('apt-get')) {
    console.log('Installing Chromium…');
    const options = { quiet: true, env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } };
    // Another installation may hold the lock for a while, on a machine that has just started.
    const patient = ['-o', 'DPkg::Lock::Timeout=600'];
    await mustRun('apt-get', [...patient, 'update'], options);
    await mustRun('apt-get', [...patient, 'install', '-y', '--no-install-recommends', 'chromium'], options);
  }
  const installed = findBrowser();
  if (!installed) {
    throw new Stop(
      'Install Chrome, Chromium or Edge (or name one in CHROMIUM) to run the tests that need a browser.',
    );
  }
  return installed;
}

/** Opens the person's own browser where there is one; a machine without a screen is fine too. */
export function openInBrowser(url) {
  const open = (command, args) =>
    spawn(command, args, { stdio: 'ignore', detached: true })
      .on('error', () => {})
      .unref();
  if (platform === 'darwin') open('open', [url]);
  else if (platform === 'win32') open('cmd', ['/c', 'start', '""', url.replaceAll('&', '^&')]);
  else if (env.DISPLAY || env.WAYLAND_DISPLAY) open('xdg-open', [url]);
}
