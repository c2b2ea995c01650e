import * as vscode from 'vscode';

export type ViewName = 'learningCurves' | 'explorer';

/** Webviews may load what ships in these folders, and nothing else. */
export const resourceRoots = (extension: vscode.Uri) => [vscode.Uri.joinPath(extension, 'dist')];

/** The page of a webview: no inline script or style, nothing from outside, one script with a nonce. */
export function webviewHtml(webview: vscode.Webview, extension: vscode.Uri, view: ViewName): string {
  const asset = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(extension, 'dist', name));
  const nonce = crypto.randomUUID();
  const policy = [
    "default-src 'none'",
    `img-src ${webview.cspSource} blob: data:`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${asset('codicon.css')}" id="vscode-codicon-stylesheet">
<link rel="stylesheet" href="${asset('webview.css')}">
<title>Descent</title>
</head>
<body data-view="${view}">
<script nonce="${nonce}" src="${asset('webview.js')}"></script>
</body>
</html>`;
}
