import * as vscode from 'vscode';
import { language } from './language';
import { translationBlock } from './translationBlock';

export type ViewName = 'learningCurves' | 'explorer';

/** Webviews run our script and load nothing, not even from the extension's own folder. */
export const webviewOptions: vscode.WebviewOptions = { enableScripts: true, localResourceRoots: [] };

/**
 * A page that is complete in itself: script and style stand in it, under a nonce. Where VS Code runs in a browser,
 * a service worker serves a webview's files, and a page that asks for some while the worker starts may wait for ever.
 */
export async function webviewHtml(extension: vscode.Uri, view: ViewName): Promise<string> {
  const [script, style] = await Promise.all([
    readText(extension, 'webview.js'),
    readText(extension, 'webview.css'),
  ]);
  const nonce = crypto.randomUUID();
  const policy = `default-src 'none'; img-src data: blob:; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${language()}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Descent</title>
<style nonce="${nonce}">${style}</style>
</head>
<body data-view="${view}">
${translationBlock(vscode.l10n.bundle)}
<script nonce="${nonce}">${script}</script>
</body>
</html>`;
}

async function readText(extension: vscode.Uri, name: string): Promise<string> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'dist', name));
  return new TextDecoder().decode(bytes);
}
