import * as vscode from 'vscode';
import { views } from '../ids';
import type { RunStore } from './runStore';
import { RunViewer } from './runViewer';
import { resourceRoots, webviewHtml } from './webviewHtml';

/** The side panel with the live curves of the selected run. */
export function registerLearningCurves(
  extension: vscode.Uri,
  store: RunStore,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  return vscode.window.registerWebviewViewProvider(views.learningCurves, {
    resolveWebviewView(view) {
      view.webview.options = { enableScripts: true, localResourceRoots: resourceRoots(extension) };
      const viewer = new RunViewer(view, extension, store, log, null);
      view.onDidDispose(() => viewer.dispose());
      view.webview.html = webviewHtml(view.webview, extension, 'learningCurves');
    },
  });
}
