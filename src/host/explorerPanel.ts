import * as vscode from 'vscode';
import { explorerPanel } from '../ids';
import type { RunStore } from './runStore';
import { RunViewer } from './runViewer';
import type { Trainers } from './trainers';
import { webviewHtml, webviewOptions } from './webviewHtml';

/** The Model Explorer: one panel, beside the configuration, that shows the selected run. */
export class ExplorerPanel implements vscode.Disposable {
  #panel: vscode.WebviewPanel | null = null;
  readonly #serializer: vscode.Disposable;

  constructor(
    private readonly extension: vscode.Uri,
    private readonly store: RunStore,
    private readonly trainers: Trainers,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.#serializer = vscode.window.registerWebviewPanelSerializer(explorerPanel, {
      deserializeWebviewPanel: async panel => {
        panel.webview.options = webviewOptions;
        await this.#fill(panel);
      },
    });
  }

  dispose() {
    this.#serializer.dispose();
    this.#panel?.dispose();
  }

  /** Opens the panel beside the active editor without taking the focus, or shows the open one where it is. */
  show() {
    if (this.#panel) return this.#panel.reveal(this.#panel.viewColumn, true);
    const where = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const title = vscode.l10n.t('Model Explorer');
    void this.#fill(vscode.window.createWebviewPanel(explorerPanel, title, where, webviewOptions));
  }

  async #fill(panel: vscode.WebviewPanel) {
    this.#panel = panel;
    panel.iconPath = vscode.Uri.joinPath(this.extension, 'media', 'icon.svg');
    const viewer = new RunViewer(panel, this.store, this.log, this.trainers);
    let isOpen = true;
    panel.onDidDispose(() => {
      isOpen = false;
      viewer.dispose();
      if (this.#panel === panel) this.#panel = null;
    });
    const html = await webviewHtml(this.extension, 'explorer');
    if (isOpen) panel.webview.html = html;
  }
}
