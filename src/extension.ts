import * as vscode from 'vscode';
import { registerCodeLens } from './host/codeLens';
import { registerCommands } from './host/commands';
import { Diagnostics } from './host/diagnostics';
import { ExplorerPanel } from './host/explorerPanel';
import { registerHover } from './host/hover';
import { registerLearningCurves } from './host/learningCurves';
import { nodeHost } from './host/nodeHost';
import { RunFolders } from './host/runFolders';
import { RunStore } from './host/runStore';
import { registerRunsTree } from './host/runsTree';
import { registerStatusBar } from './host/statusBar';
import { registerStoredConfigurations } from './host/storedConfigurations';
import { Training } from './host/training';

/** What is to be done before the window closes. */
let close = async () => {};

/** Builds the parts and registers them; each is disposed with the extension. */
export function activate({ subscriptions, extensionUri: extension }: vscode.ExtensionContext) {
  const startMs = performance.now();
  const log = vscode.window.createOutputChannel('Descent', { log: true });
  const { platform, trainers } = nodeHost(extension);
  const store = new RunStore(platform, trainers, new RunFolders(platform, log), log);
  const training = new Training(trainers, store, log);
  const diagnostics = new Diagnostics(trainers, log);
  const explorer = new ExplorerPanel(extension, store, trainers, log);
  subscriptions.push(
    log,
    store,
    training,
    diagnostics,
    explorer,
    registerLearningCurves(extension, store, log),
    registerRunsTree(store),
    registerStatusBar(store),
    registerStoredConfigurations(store),
    registerCodeLens(store),
    registerHover(),
    registerCommands({ extension, store, training, trainers, diagnostics, explorer, log }),
  );
  close = () => training.interrupt();
  void training.goOnAfterReload();
  return { activationMs: performance.now() - startMs };
}

export const deactivate = () => close();
