import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';

export const extension = vscode.extensions.getExtension<{ activationMs: number }>('descent.descent')!;

/** A configuration beside a small data file: two classes that a line can part. */
const rows = Array.from({ length: 40 }, (_, i) => `${i},${(i * 7) % 40},${i < 20 ? 'low' : 'high'}`);
export const nEpochs = 3;
export const configuration = `data:
  path: points.csv
  target: label
model:
  hidden_sizes: [4]
training:
  epochs: ${nEpochs}
  learning_rate: 0.1
  seed: 1
`;

/** A folder in the system's temporary folder, gone after the test. */
export async function withFolder(body: (folder: string) => Promise<void>) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'descent-integration-'));
  try {
    await writeFile(path.join(folder, 'points.csv'), ['x,y,label', ...rows, ''].join('\n'));
    await body(folder);
  } finally {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes a configuration and shows it in an editor. */
export async function openConfiguration(folder: string, text = configuration) {
  const file = path.join(folder, 'points.model.yaml');
  await writeFile(file, text);
  const document = await vscode.workspace.openTextDocument(file);
  await vscode.window.showTextDocument(document);
  return document;
}

/** The first value that is not undefined; a test's own time limit ends the wait. */
export async function eventually<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

export async function readJson(file: string): Promise<Record<string, unknown> | undefined> {
  return readFile(file, 'utf8').then(JSON.parse, () => undefined);
}

export async function runFolders(folder: string): Promise<string[]> {
  const runs = path.join(folder, '.descent/runs');
  const names = await readdir(runs).catch(() => []);
  return names.map(name => path.join(runs, name));
}
