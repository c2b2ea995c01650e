import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { collectFrom, collectMessages, placesOf } from '../scripts/lib/messages.mjs';
import { root } from './helpers/imports';

type Words = Record<string, string>;
const read = (file: string): Words => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
const manifest = readFileSync(path.join(root, 'package.json'), 'utf8');
const isTranslated = (file: string) => /\.[a-z]{2}(-[a-z]+)?\.json$/.test(file);

const { messages, faults } = collectMessages();
const bundle = read('l10n/bundle.l10n.json');
const manifestWords = read('package.nls.json');

describe('words that can be translated', () => {
  test('are literals, and each {0} has something to stand there', () => expect(faults).toEqual([]));

  test('are in the bundle, as `node scripts/generate.mjs` writes it', () => {
    expect(Object.keys(bundle)).toEqual(messages);
    expect(Object.values(bundle)).toEqual(messages);
  });

  test('of the manifest are those that it names', () => {
    const named = manifest.match(/(?<="%)[\w.]+(?=%")/g) ?? [];
    expect([...named].sort()).toEqual(Object.keys(manifestWords).sort());
  });
});

describe.each([
  ['l10n', bundle],
  ['.', manifestWords],
])('translations in %s', (folder, english) => {
  const files = readdirSync(path.join(root, folder)).filter(
    file => /l10n|nls/.test(file) && isTranslated(file),
  );

  test.each(files)('%s has all words, and none that are gone', file => {
    expect(Object.keys(read(`${folder}/${file}`)).sort()).toEqual(Object.keys(english).sort());
  });

  test.each(files)('%s says as much as the English does, and links to the same', file => {
    const marks = (text: string) => [...placesOf(text), ...(text.match(/\]\(.*?\)|\n/g) ?? [])];
    const differing = Object.entries(read(`${folder}/${file}`)).filter(
      ([key, text]) => text.trim() === '' || String(marks(text)) !== String(marks(english[key] ?? '')),
    );
    expect(differing).toEqual([]);
  });
});

describe('what is collected', () => {
  const collected = (text: string, file = 'webview/a.tsx') => {
    const [found, wrong] = [new Set<string>(), [] as string[]];
    collectFrom(file, text, found, wrong);
    return { found: [...found], wrong };
  };
  const ours = "import { t } from '../l10n';\n";

  test('stands in a call of t, of the editor or of our own', () => {
    expect(collected(`${ours}const f = () => t('{0} of {1}', a, b) + t("it's");`).found).toEqual([
      '{0} of {1}',
      "it's",
    ]);
    expect(collected("vscode.l10n.t('a'); l10n.t('b');", 'src/host/a.ts').found).toEqual(['a', 'b']);
    expect(collected("const { t } = vscode.l10n; t('a');", 'src/host/a.ts').found).toEqual(['a']);
    expect(collected("import { words } from './names'; words('a');", 'src/worker/a.ts').found).toEqual(['a']);
  });

  test('is not what something else of that name is given', () => {
    expect(collected("const t = (x: string) => x; t('a');")).toEqual({ found: [], wrong: [] });
    expect(collected("import { words } from './text'; words('a');")).toEqual({ found: [], wrong: [] });
  });

  test.each([
    ['words that are put together', "const f = () => t('a' + b);", 'literal'],
    ['words with something in them', `const f = () => t(\`a \${b}\`);`, 'literal'],
    ['a place that stays empty', "const f = () => t('{0} of {1}', a);", '2 places, and 1 to put there'],
    ['what has no place', "const f = () => t('a', ...[b]);", '0 places, and 1 to put there'],
    ['places that are not counted from 0', "const f = () => t('{1}', a);", '1 places, and 1 to put there'],
    ['words of a view that are asked for too early', "const words = t('a');", 'not read yet'],
  ])('fails with its place for %s', (_, text, reason) => {
    const { found, wrong } = collected(`${ours}\n${text}`);
    expect(found).toEqual([]);
    expect(wrong).toEqual([expect.stringMatching(`^webview/a.tsx:3: .*${reason}`)]);
  });
});
