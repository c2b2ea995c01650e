// The sections of the benchmark, one file each: `run(bench)` gives `{ title, text, goals, wishes }`.
import { readFileSync } from 'node:fs';

/** The nets that are trained. */
export const nets = JSON.parse(readFileSync(new URL('nets.json', import.meta.url), 'utf8'));

export const sections = {
  nets: () => import('./sections/nets.mjs'),
  threads: () => import('./sections/threads.mjs'),
  kernels: () => import('./sections/kernels.mjs'),
  lookup: () => import('./sections/lookup.mjs'),
  fashion: () => import('./sections/fashion.mjs'),
  growth: () => import('./sections/growth.mjs'),
  start: () => import('./sections/start.mjs'),
  memory: () => import('./sections/memory.mjs'),
  statistics: () => import('./sections/statistics.mjs'),
};
