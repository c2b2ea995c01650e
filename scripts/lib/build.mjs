// From sources to what runs: dist/, the VSIX, and the suite for the extension host.
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { mustRun, root, Stop, tool } from './run.mjs';

const maximumBytes = 2_000_000;

/** There is no public repository yet that the links of the README could lead to. */
const unpublished = ['--allow-missing-repository', '--no-rewrite-relative-links'];

export async function build() {
  await mustRun(process.execPath, ['esbuild.mjs'], { quiet: true });
}

/** Builds for production and packs what ships; resolves to the file. vsce runs `vscode:prepublish` itself. */
export async function packageVsix() {
  const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const vsix = path.join(root, `dist/${name}-${version}.vsix`);
  const code = await tool(
    '@vscode/vsce/vsce',
    ['package', '--no-dependencies', ...unpublished, '--out', vsix],
    {
      quiet: true,
    },
  );
  if (code !== 0) throw new Stop('The extension could not be packaged.');
  const { size } = statSync(vsix);
  console.log(`${path.relative(root, vsix)}: ${(size / 1000).toFixed(0)} kB`);
  if (size >= maximumBytes) throw new Stop(`The package must stay below ${maximumBytes / 1e6} MB.`);
  return vsix;
}

/** Bundles test/integration/ for the extension host; mocha stays outside, because it loads its parts by name. */
export async function bundleSuite() {
  const { build: bundle } = await import('esbuild');
  const outfile = path.join(root, 'test/integration/dist/suite.js');
  await bundle({
    absWorkingDir: root,
    entryPoints: ['test/integration/suite.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'es2022',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return outfile;
}
