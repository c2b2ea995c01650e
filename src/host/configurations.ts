import * as vscode from 'vscode';

const namePattern = /\.model\.(ya?ml|jsonc?)$/;
const searchPattern = '**/*.model.{yaml,yml,json,jsonc}';

/** Files, on disk or of a virtual workspace, and what is not saved yet; not the old versions that a diff shows. */
const schemes = ['file', 'untitled', 'vscode-vfs', 'vscode-remote'];

/** Documents that the editor features look at. */
export const selector: vscode.DocumentSelector = schemes.map(scheme => ({ scheme, pattern: searchPattern }));

export const isConfiguration = ({ uri }: vscode.TextDocument) =>
  schemes.includes(uri.scheme) && namePattern.test(uri.path);

export const baseName = (uri: vscode.Uri) => uri.path.slice(uri.path.lastIndexOf('/') + 1);

/**
 * The configuration that a command means: the one it was called on, the active one, the only one, or the one picked.
 * @returns undefined when the person picked none, null when there is none
 */
export async function chooseConfiguration(
  given?: vscode.Uri,
): Promise<vscode.TextDocument | undefined | null> {
  if (given) return vscode.workspace.openTextDocument(given);
  const shown = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors];
  const editor = shown.find(candidate => candidate && isConfiguration(candidate.document));
  if (editor) return editor.document;
  const found = await vscode.workspace.findFiles(searchPattern, '**/node_modules/**');
  const [only] = found;
  if (!only) return null;
  if (found.length === 1) return vscode.workspace.openTextDocument(only);
  const items = found
    .map(uri => ({ label: baseName(uri), description: vscode.workspace.asRelativePath(uri), uri }))
    .sort((a, b) => a.description.localeCompare(b.description));
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: vscode.l10n.t('Model configuration'),
  });
  return picked && vscode.workspace.openTextDocument(picked.uri);
}
