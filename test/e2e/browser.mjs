// Chromium for one test, with a watch on what a page of ours must never do.
import { chromium } from 'playwright-core';

const args = [
  ...['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--mute-audio'],
  // The browser itself must not call home either.
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'],
];

/** Said by the workbench itself, with any extension or none. */
const knownNoise = [
  // A webview that is put away before its document has come.
  /^uncaught error: Error: Found unexpected null\s+at assertIsDefined \(\S+\/webview\/browser\/pre\/index\.html/,
];

/** @param {URL} url */
const isHere = ({ hostname }) => ['', '127.0.0.1', 'localhost'].includes(hostname);

/**
 * @returns a page in a fresh profile, and the list of its offences: requests to other machines, violations of a
 * Content Security Policy and uncaught errors, in the workbench and in every webview
 */
export async function openBrowser() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args,
  });
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  /** @type {string[]} */
  const offences = [];
  /** @param {string} offence */
  const note = offence => {
    if (!knownNoise.some(noise => noise.test(offence))) offences.push(offence);
  };
  await context.route(
    url => !isHere(url),
    route => {
      note(`request to another machine: ${route.request().url()}`);
      return route.abort();
    },
  );
  context.on('console', message => {
    if (message.text().includes('Content Security Policy')) note(`violation: ${message.text()}`);
  });
  context.on('weberror', error => note(`uncaught error: ${error.error().stack ?? error.error()}`));
  return { page: await context.newPage(), offences, close: () => browser.close() };
}
