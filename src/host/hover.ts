import * as vscode from 'vscode';
import { hoverAt } from '../config/hover';
import { baseName, selector } from './configurations';

/** What a key or its value means, under the pointer. */
export function registerHover(): vscode.Disposable {
  return vscode.languages.registerHoverProvider(selector, {
    provideHover(document, position) {
      const hover = hoverAt(document.getText(), baseName(document.uri), document.offsetAt(position));
      if (!hover) return null;
      const { start, end } = hover.range;
      const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
      return new vscode.Hover(new vscode.MarkdownString(hover.markdown), range);
    },
  });
}
