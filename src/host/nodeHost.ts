import type * as vscode from 'vscode';
import { nodePlatform } from '../platform/node';
import { Trainers } from './trainers';

/** The parts of the host that only run on Node, from where the extension is installed. */
export function nodeHost(extension: vscode.Uri) {
  const folder = extension.fsPath;
  const platform = nodePlatform(folder);
  return { platform, trainers: new Trainers(platform, `${folder}/dist/trainer.js`) };
}
