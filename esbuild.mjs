// Builds dist/: the extension, the trainer worker, the command line and the webview.
// `--watch` rebuilds on change, `--production` minifies and leaves out source maps.
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import * as esbuild from 'esbuild';

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');

const common = {
  bundle: true,
  minify: production,
  sourcemap: !production,
  target: 'es2022',
  logLevel: 'info',
  legalComments: 'linked',
  // jsonc-parser's "main" is UMD and breaks when bundled for Node.
  mainFields: ['module', 'main'],
};
const node = { ...common, platform: 'node', format: 'cjs' };

const bundles = [
  { ...node, entryPoints: { extension: 'src/extension.ts' }, external: ['vscode'], outdir: 'dist' },
  { ...node, entryPoints: { trainer: 'src/worker/node.ts' }, outdir: 'dist' },
  { ...node, entryPoints: { cli: 'src/cli.ts' }, outdir: 'dist', banner: { js: '#!/usr/bin/env node' } },
  {
    ...common,
    platform: 'browser',
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    entryPoints: { webview: 'webview/main.tsx' },
    outdir: 'dist',
  },
];

/** The icon font is the one file that the webviews load beside script and style. */
async function copyCodicons() {
  const from = 'node_modules/@vscode/codicons/dist';
  await cp(`${from}/codicon.ttf`, 'dist/codicon.ttf');
  // The shipped style names the font with a cache-busting query, which a webview URI does not need.
  const style = await readFile(`${from}/codicon.css`, 'utf8');
  await writeFile('dist/codicon.css', style.replace(/codicon\.ttf\?[0-9a-f]+/, 'codicon.ttf'));
}

if (!watch) await rm('dist', { recursive: true, force: true });
await mkdir('dist', { recursive: true });
await copyCodicons();
if (watch) {
  for (const bundle of bundles) await (await esbuild.context(bundle)).watch();
} else {
  await Promise.all(bundles.map(bundle => esbuild.build(bundle)));
}
