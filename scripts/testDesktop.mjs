// `npm run test:desktop`: the integration suite in a desktop VS Code, which @vscode/test-electron downloads.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build, bundleSuite } from './lib/build.mjs';
import { main, root } from './lib/run.mjs';
import { setUpProject } from './lib/setUp.mjs';

await main(async () => {
  await setUpProject();
  await build();
  const suite = await bundleSuite();
  const { runTests } = await import('@vscode/test-electron');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'descent-desktop-'));
  try {
    process.exitCode = await runTests({
      extensionDevelopmentPath: root,
      extensionTestsPath: suite,
      launchArgs: [
        folder,
        '--disable-extensions',
        '--disable-workspace-trust',
        '--user-data-dir',
        path.join(folder, 'user'),
      ],
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
