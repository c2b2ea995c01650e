import * as vscode from 'vscode';
import type { ViewMessage } from '../protocol';

/** Asks where to, beside the configuration at first, and writes it there; nothing when the person thinks better of it. */
export async function saveFile(
  configurationPath: string,
  { name, kind, content }: Extract<ViewMessage, { type: 'save' }>,
) {
  const folder = vscode.Uri.joinPath(vscode.Uri.file(configurationPath), '..');
  const extension = name.split('.').at(-1)!;
  const target = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(folder, name),
    filters: { [extension.toUpperCase()]: [extension] },
  });
  if (target) await vscode.workspace.fs.writeFile(target, bytesOf(kind, content));
}

/** A table of comma-separated cells in an editor beside, which belongs to no file yet. */
export async function openTable(content: string) {
  const languages = await vscode.languages.getLanguages();
  const language = languages.includes('csv') ? 'csv' : 'plaintext';
  const document = await vscode.workspace.openTextDocument({ content, language });
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: false });
}

const bytesOf = (kind: 'text' | 'base64', content: string): Uint8Array =>
  kind === 'text'
    ? new TextEncoder().encode(content)
    : Uint8Array.from(atob(content), character => character.charCodeAt(0));
