import * as vscode from 'vscode';
import { views } from '../../ids';
import type { RunSummary } from '../../protocol';
import type { Services } from '../commands';
import { shortName } from '../statusBar';
import { tell } from '../tell';

const { t } = vscode.l10n;

const nameOf = (run: RunSummary) => `${shortName(run.configurationFile)} · ${run.name}`;

export async function openRun({ store, explorer }: Services, run: RunSummary) {
  store.select(run.folder);
  await vscode.commands.executeCommand(`${views.learningCurves}.focus`, { preserveFocus: true });
  explorer.show();
}

export async function renameRun({ store }: Services, run: RunSummary) {
  const name = await vscode.window.showInputBox({
    title: t('Rename {0}', nameOf(run)),
    value: run.name,
    validateInput: text => (text.trim() === '' ? t('Give the run a name.') : undefined),
  });
  if (name === undefined) return;
  await store.folders.rename(run, name.trim());
  await store.refresh();
}

export async function deleteRun({ store }: Services, run: RunSummary) {
  const remove = t('Delete');
  const detail = t(
    'The folder {0} with its curves and weights goes to the trash, or where there is none, is deleted for good.',
    run.folder,
  );
  const choice = await tell.question(t('Delete {0}?', nameOf(run)), detail, remove);
  if (choice !== remove) return;
  await store.folders.delete(run);
  await store.refresh();
}
