import { defineConfig } from 'vitest/config';
import { viteKernels } from './kernels/plugin.mjs';

export default defineConfig({
  plugins: [viteKernels],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'test/integration/**'],
  },
});
