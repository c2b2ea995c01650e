// Builds dist/: the extension, the trainer worker, the command line and the webview.
// `--watch` rebuilds on change, `--production` minifies and leaves out source maps.
import { rm } from 'node:fs/promises';
import * as esbuild from 'esbuild';
import { esbuildKernels } from './kernels/plugin.mjs';

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
const node = { ...common, platform: 'node', format: 'cjs', plugins: [esbuildKernels] };

const bundles = [
  { ...node, entryPoints: { extension: 'src/extension.ts' }, external: ['vscode'], outdir: 'dist' },
  { ...node, entryPoints: { trainer: 'src/worker/node.ts' }, outdir: 'dist' },
  { ...node, entryPoints: { crew: 'src/worker/nodeCrew.ts' }, outdir: 'dist' },
  { ...node, entryPoints: { cli: 'src/cli.ts' }, outdir: 'dist', banner: { js: '#!/usr/bin/env node' } },
  {
    ...common,
    platform: 'browser',
    format: 'iife',
    loader: { '.svg': 'text' },
    jsx: 'automatic',
    jsxImportSource: 'preact',
    entryPoints: { webview: 'webview/main.tsx' },
    outdir: 'dist',
  },
];

if (!watch) await rm('dist', { recursive: true, force: true });
if (watch) {
  for (const bundle of bundles) await (await esbuild.context(bundle)).watch();
} else {
  await Promise.all(bundles.map(bundle => esbuild.build(bundle)));
}
