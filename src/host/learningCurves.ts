import * as vscode from 'vscode';
import { views } from '../ids';
import type { RunStore } from './runStore';
import { RunViewer } from './runViewer';
import { webviewHtml, webviewOptions } from './webviewHtml';

/** The side panel with the live curves of the selected run. */
export function registerLearningCurves(
  extension: vscode.Uri,
  store: RunStore,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  return vscode.window.registerWebviewViewProvider(views.learningCurves, {
    async resolveWebviewView(view) {
      view.webview.options = webviewOptions;
      const viewer = new RunViewer(view, store, log, null);
      let isOpen = true;
      view.onDidDispose(() => {
        isOpen = false;
        viewer.dispose();
      });
      const html = await webviewHtml(extension, 'learningCurves');
      if (isOpen) view.webview.html = html;
    },
  });
}
