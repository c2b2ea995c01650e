import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { packageVsix } from '../../scripts/lib/build.mjs';
import { startCodeServer } from '../../scripts/lib/codeServer.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    origin: string;
  }
}

/** One server for all tests, with the packed extension; every test opens a window of its own on a folder of its own. */
export default async function startServer(project: TestProject) {
  const out = path.join(import.meta.dirname, 'out');
  mkdirSync(out, { recursive: true });
  const server = await startCodeServer({
    vsix: process.env.DESCENT_VSIX ?? (await packageVsix()),
    settings: { 'editor.hover.delay': 100 },
    log: path.join(out, 'server.log'),
  });
  project.provide('origin', server.origin);
  return () => server.stop();
}
