import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export const root = path.resolve(import.meta.dirname, '../..');

export interface Import {
  /** Path from the root, with forward slashes. */
  readonly file: string;
  /** As written, or for one of our own files its path from the root. */
  readonly target: string;
  readonly isOurs: boolean;
  /** Gone after compilation. */
  readonly isTypeOnly: boolean;
}

/** Every source file below the folders, as paths from the root. */
export function sourceFiles(...folders: string[]): string[] {
  return folders
    .flatMap(folder =>
      readdirSync(path.join(root, folder), { recursive: true }).map(name => `${folder}/${name}`),
    )
    .map(file => file.replaceAll(path.sep, '/'))
    .filter(file => /\.tsx?$/.test(file))
    .sort();
}

export function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(path.join(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
  );
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, isTypeOnly: boolean) => {
    if (!specifier || !ts.isStringLiteral(specifier)) return;
    const isOurs = specifier.text.startsWith('.');
    const target = isOurs ? resolve(file, specifier.text) : specifier.text;
    found.push({ file, target, isOurs, isTypeOnly });
  };
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.isTypeOnly ?? false);
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const known = new Set(sourceFiles('src', 'webview', 'kernels'));

/** The file that a relative specifier means; one that is no source (a style, a JSON file) keeps its own name. */
function resolve(from: string, specifier: string): string {
  const base = path.posix.join(path.posix.dirname(from), specifier);
  const candidates = [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`, `${base}/index.tsx`];
  return candidates.find(each => known.has(each)) ?? base;
}

/** Files that need themselves to be loaded, each ring once, as a path from file to file. */
export function findCycles(imports: readonly Import[]): string[] {
  const next = new Map<string, string[]>();
  for (const { file, target } of imports) next.set(file, [...(next.get(file) ?? []), target]);
  const cycles = new Set<string>();
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]) => {
    if (trail.includes(file)) cycles.add([...trail.slice(trail.indexOf(file)), file].join(' → '));
    if (trail.includes(file) || done.has(file)) return;
    for (const target of next.get(file) ?? []) visit(target, [...trail, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  return [...cycles];
}
