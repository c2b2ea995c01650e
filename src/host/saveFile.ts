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

const bytesOf = (kind: 'text' | 'base64', content: string): Uint8Array =>
  kind === 'text'
    ? new TextEncoder().encode(content)
    : Uint8Array.from(atob(content), character => character.charCodeAt(0));
