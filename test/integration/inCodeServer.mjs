// Runs a bundled suite in the extension host of code-server, with a browser as its window: SUITE REPORT.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { format } from 'node:util';
import { startCodeServer } from '../../scripts/lib/codeServer.mjs';
import { main, root, Stop } from '../../scripts/lib/run.mjs';
import { openBrowser } from '../e2e/browser.mjs';

const limitMs = 300_000;
const [suite, report] = process.argv.slice(2);

await main(async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'descent-suite-'));
  const server = await startCodeServer({ runsSuites: true, env: { DESCENT_REPORT: report } });
  const { page, offences, close } = await openBrowser();
  try {
    const remote = file => `vscode-remote://${new URL(server.origin).host}${file}`;
    const url = server.url(folder, [
      ['extensionDevelopmentPath', remote(root)],
      ['extensionTestsPath', remote(suite)],
    ]);
    const { code, log } = await exitOfSuite(page, url);
    if (existsSync(report)) print(JSON.parse(readFileSync(report, 'utf8')));
    else console.log(log.join('\n'));
    for (const offence of offences) console.log(offence);
    process.exitCode = code === 0 && offences.length === 0 ? 0 : 1;
  } finally {
    await close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** The workbench calls these two functions of the page when the extension host says something and when it has ended. */
async function exitOfSuite(page, url) {
  const log = [];
  await page.exposeFunction('codeAutomationLog', (_type, args) => log.push(format(...args)));
  const exit = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Stop(`The suite did not end.\n${log.join('\n')}`)), limitMs).unref();
    page
      .exposeFunction('codeAutomationExit', resolve)
      .then(() => page.goto(url))
      .catch(reject);
  });
  return { code: await exit, log };
}

function print({ passes, failures }) {
  for (const { fullTitle, duration } of passes) console.log(` ✓ ${fullTitle} ${duration} ms`);
  for (const { fullTitle, err } of failures) console.log(` ✗ ${fullTitle}\n${err.stack ?? err.message}`);
}
