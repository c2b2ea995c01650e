import * as vscode from 'vscode';
import { views } from '../../ids';
import type { RunSummary } from '../../protocol';
import type { Services } from '../commands';
import { shortName } from '../statusBar';

const nameOf = (run: RunSummary) => `${shortName(run.configurationFile)} · ${run.name}`;

export async function openRun({ store, explorer }: Services, run: RunSummary) {
  store.select(run.id);
  await vscode.commands.executeCommand(`${views.learningCurves}.focus`, { preserveFocus: true });
  explorer.show();
}

export async function renameRun({ store }: Services, run: RunSummary) {
  const name = await vscode.window.showInputBox({
    title: `Rename ${nameOf(run)}`,
    value: run.name,
    validateInput: text => (text.trim() === '' ? 'Give the run a name.' : undefined),
  });
  if (name !== undefined) await store.rename(run, name.trim());
}

export async function deleteRun({ store }: Services, run: RunSummary) {
  const remove = 'Move to Trash';
  const options = {
    modal: true,
    detail: `The folder ${run.folder} with its curves and weights goes to the trash.`,
  };
  const choice = await vscode.window.showWarningMessage(`Delete ${nameOf(run)}?`, options, remove);
  if (choice === remove) await store.delete(run);
}
