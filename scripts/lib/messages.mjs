// The words that are translated: what stands as a literal in t(…) of webview/l10n.ts, in vscode.l10n.t(…), and in words(…) of
// the steps that the trainer describes and a view translates.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const root = path.resolve(import.meta.dirname, '../..');

/** Who gives them: the name that is imported, and from what. */
const imported = { t: /\/l10n$/, words: /\/names$/ };
const stepWords = 'src/worker/backprop/steps/names.ts';

/** @returns the messages in order, and the calls that cannot be collected as `file:line: why` */
export function collectMessages(folders = ['src', 'webview']) {
  const messages = new Set();
  const faults = [];
  for (const file of folders.flatMap(sourcesIn))
    collectFrom(file, readFileSync(path.join(root, file), 'utf8'), messages, faults);
  return { messages: [...messages].sort(), faults };
}

const sourcesIn = folder =>
  readdirSync(path.join(root, folder), { recursive: true })
    .map(name => `${folder}/${name}`.replaceAll(path.sep, '/'))
    .filter(file => /\.tsx?$/.test(file));

/** Adds to both what one source holds. */
export function collectFrom(file, text, messages, faults) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const names = new Set(file === stepWords ? ['words'] : []);
  const visit = (node, isInFunction) => {
    for (const name of namesIn(node)) names.add(name);
    if (ts.isCallExpression(node) && isTranslation(node.expression, names)) {
      const fault = faultOf(node) ?? (isTooEarly(file, isInFunction) ? tooEarly : undefined);
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      if (fault) faults.push(`${file}:${line + 1}: ${fault}`);
      else messages.add(node.arguments[0].text);
    }
    ts.forEachChild(node, child => visit(child, isInFunction || ts.isFunctionLike(node)));
  };
  visit(source, false);
}

/** What gives words from here on: imported, or taken out of vscode.l10n. */
function namesIn(node) {
  if (ts.isImportDeclaration(node)) {
    const bindings = node.importClause?.namedBindings;
    const elements = bindings && ts.isNamedImports(bindings) ? bindings.elements : [];
    return elements
      .map(({ name }) => name.text)
      .filter(name => imported[name]?.test(node.moduleSpecifier.text));
  }
  return ts.isVariableDeclaration(node) && node.initializer?.getText() === 'vscode.l10n' ? ['t'] : [];
}

const isTranslation = (called, names) =>
  ts.isIdentifier(called) ? names.has(called.text) : /(^|\.)l10n\.t$/.test(called.getText());

function faultOf({ arguments: [message, ...rest] }) {
  if (!message || !ts.isStringLiteralLike(message)) return 'the words must be one literal, to be collected';
  const given = rest.flatMap(each =>
    ts.isSpreadElement(each) && ts.isArrayLiteralExpression(each.expression)
      ? each.expression.elements
      : each,
  );
  if (given.some(ts.isSpreadElement)) return undefined;
  const places = placesOf(message.text);
  const isFilled = places.length === given.length && given.every((_, i) => places.includes(`{${i}}`));
  return isFilled ? undefined : `${places.length} places, and ${given.length} to put there`;
}

/** The different ones among {0}, {1} …, in order. */
export const placesOf = message => [...new Set(message.match(/\{\d+\}/g))].sort();

/** The translation of a webview comes with its page, and is read before anything is drawn. */
const isTooEarly = (file, isInFunction) => file.startsWith('webview/') && !isInFunction;
const tooEarly = 'the translation is not read yet when this file is loaded; call it in a function';
