import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findCycles, type Import, importsOf, root, sourceFiles } from './helpers/imports';

const files = sourceFiles('src', 'webview', 'kernels');
const imports = files.flatMap(importsOf);

/** Who may import whom: part by part, values and types; `types` may be imported as types only. */
const mayImport: Record<string, { readonly values?: readonly string[]; readonly types?: readonly string[] }> =
  {
    engine: {},
    config: { values: ['engine'], types: ['data'] },
    data: { values: ['engine'] },
    runs: { values: ['config', 'data', 'engine'], types: ['platform'] },
    protocol: { types: ['engine', 'config', 'data', 'runs'] },
    worker: { values: ['engine', 'data', 'config', 'runs', 'protocol', 'platform'] },
    host: { values: ['config', 'runs', 'protocol', 'ids', 'platform'] },
    webview: { values: ['protocol', 'ids'] },
    cli: { values: ['worker', 'runs', 'config', 'data', 'platform'], types: ['protocol'] },
    extension: { values: ['host', 'ids'] },
    platform: { types: ['engine', 'config', 'data', 'runs', 'protocol', 'worker'] },
    ids: {},
    kernels: {},
    nearest: {},
    reason: {},
    thin: {},
    fileFormats: {},
  };

/** Pure functions of one file that belong to no part, and import nothing. */
const leaves = ['nearest', 'reason', 'thin', 'fileFormats'];

/** `src/engine/dense.ts` and `src/engine.ts` belong to engine, everything in webview/ to webview. */
const partOf = (file: string) =>
  file
    .replace(/^src\//, '')
    .split('/')[0]!
    .replace(/\.tsx?$/, '');
const isNode = ({ target }: Import) => target.startsWith('node:') || builtinModules.includes(target);
const show = ({ file, target, isTypeOnly }: Import) =>
  `${file} imports ${isTypeOnly ? 'types of ' : ''}${target}`;

describe('imports', () => {
  test('every part is in the table', () => {
    expect([...new Set(files.map(partOf))].filter(part => !mayImport[part])).toEqual([]);
  });

  test('stay within the table', () => {
    const forbidden = imports.filter(each => {
      const [from, to] = [partOf(each.file), partOf(each.target)];
      if (!each.isOurs || from === to) return false;
      const { values = [], types = [] } = mayImport[from] ?? {};
      return ![...values, ...leaves].includes(to) && !(each.isTypeOnly && types.includes(to));
    });
    expect(forbidden.map(show)).toEqual([]);
  });

  test('the engine needs no package', () => {
    expect(imports.filter(each => partOf(each.file) === 'engine' && !each.isOurs).map(show)).toEqual([]);
  });

  test('vscode is known to the host only', () => {
    const elsewhere = imports.filter(
      each => each.target === 'vscode' && !['host', 'extension'].includes(partOf(each.file)),
    );
    expect(elsewhere.map(show)).toEqual([]);
  });

  test('the modules of Node are known to its entries and its platform only', () => {
    const allowed = /^src\/(platform\/node|worker\/node(Crew)?|cli|cli\/.*)\.ts$/;
    expect(imports.filter(each => isNode(each) && !allowed.test(each.file)).map(show)).toEqual([]);
  });

  // Types do not count: they are gone when the files are loaded, so nothing can be met half-initialised.
  test('form no cycles', () => {
    expect(findCycles(imports.filter(each => each.isOurs && !each.isTypeOnly))).toEqual([]);
  });
});

describe('files are short', () => {
  const lengths = files.map(file => ({
    file,
    lines: readFileSync(path.join(root, file), 'utf8').trimEnd().split('\n').length,
  }));
  const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
  const quantile = (fraction: number) => sorted[Math.floor(fraction * (sorted.length - 1))]!;

  test('half of them have at most 100 lines, nine in ten at most 200', () => {
    expect(quantile(0.5)).toBeLessThanOrEqual(100);
    expect(quantile(0.9)).toBeLessThanOrEqual(200);
  });

  test('none has more than 400', () => {
    expect(lengths.filter(({ lines }) => lines > 400)).toEqual([]);
  });
});
