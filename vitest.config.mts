import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { viteKernels } from './kernels/plugin.mjs';

export default defineConfig({
  plugins: [viteKernels],
  resolve: { alias: { vscode: fileURLToPath(new URL('test/helpers/vscode.ts', import.meta.url)) } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'test/integration/**'],
  },
});
