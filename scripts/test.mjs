// `npm test`: every part, also after one has failed; the last line counts the tests of all of them.
// `npm test -- --only e2e` runs one part.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { browserForTests } from './lib/browser.mjs';
import { build, bundleSuite, packageVsix } from './lib/build.mjs';
import { main, run, Stop, tool } from './lib/run.mjs';
import { setUpProject, setUpWorkbench } from './lib/setUp.mjs';

const reports = mkdtempSync(path.join(os.tmpdir(), 'descent-test-'));

const parts = {
  unit: () => vitest('unit', []),

  async check() {
    await setUpWorkbench();
    return count([
      await tool('typescript/bin/tsc', []),
      await tool('typescript/bin/tsc', ['-p', 'test/e2e']),
      await tool('@biomejs/biome/bin/biome', ['check']),
    ]);
  },

  async package() {
    await packageVsix();
    return { passed: 1, failed: 0 };
  },

  async integration() {
    await setUpWorkbench();
    const report = path.join(reports, 'integration.json');
    const env = { ...process.env, CHROMIUM: await browserForTests() };
    await build();
    const args = ['test/integration/inCodeServer.mjs', await bundleSuite(), report];
    const code = await run(process.execPath, args, { env });
    return readReport(report, code, ({ stats }) => ({ passed: stats.passes, failed: stats.failures }));
  },

  async e2e() {
    await setUpWorkbench();
    const env = { ...process.env, CHROMIUM: await browserForTests(), DESCENT_VSIX: await packageVsix() };
    return vitest('e2e', ['--config', 'test/e2e/vitest.config.mts'], env);
  },
};

await main(async () => {
  const { only } = parseArgs({ options: { only: { type: 'string' } } }).values;
  if (only && !parts[only]) throw new Stop(`--only wants one of ${Object.keys(parts).join(', ')}.`);
  await setUpProject();
  const results = [];
  for (const [name, part] of Object.entries(parts)) {
    if (only && name !== only) continue;
    console.log(`\n── ${name} ──`);
    results.push({ name, ...(await part().catch(brokenPart)) });
  }
  rmSync(reports, { recursive: true, force: true });
  summarize(results);
});

function brokenPart(error) {
  console.error(error instanceof Stop ? error.message : error);
  return { passed: 0, failed: 1 };
}

async function vitest(name, args, env = process.env) {
  const report = path.join(reports, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await tool('vitest/vitest.mjs', ['run', ...args, ...reporters], { env });
  return readReport(report, code, ({ numPassedTests, numFailedTests }) => ({
    passed: numPassedTests,
    failed: numFailedTests,
  }));
}

/** A program that failed without a failed test, or before it could report, counts as one failure. */
function readReport(file, code, read) {
  let counts = { passed: 0, failed: 0 };
  try {
    counts = read(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    console.error(`No report: ${error.message}`);
    code ||= 1;
  }
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function count(codes) {
  const passed = codes.filter(code => code === 0).length;
  return { passed, failed: codes.length - passed };
}

function summarize(results) {
  const total = key => results.reduce((sum, result) => sum + result[key], 0);
  console.log();
  for (const { name, passed, failed } of results) {
    console.log(`${failed ? '✗' : '✓'} ${name.padEnd(12)} ${passed} passed, ${failed} failed`);
  }
  process.exitCode = total('failed') ? 1 : 0;
  console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
}
