import * as vscode from 'vscode';
import { type AdjustableKey, isAdjustable, readValue } from '../../config/adjustable';
import { sections } from '../../config/keys';
import type { LiveRun } from '../liveRun';
import { shortName } from '../statusBar';

const { t } = vscode.l10n;

/** Of one press; a press the other way leads back to the very same number. */
export const rateFactor = 2;

/** Asks for a new value, checked while it is typed, which acts from the next step on. */
export async function changeValue(run: LiveRun, key: AdjustableKey) {
  const { configurationFile, name, adjustable } = run.summary;
  const text = await vscode.window.showInputBox({
    title: t('{0} of {1}', key, `${shortName(configurationFile)} · ${name}`),
    value: String(adjustable[key] ?? ''),
    prompt: t('From the next step on. Usual: {0}', sections.training[key].usual),
    validateInput: typed => problemOf(key, typed),
  });
  if (text === undefined) return;
  const read = readValue(key, text);
  if ('value' in read) await run.adjust({ [key]: read.value });
}

/** Asks first what is to be changed. */
export async function changeHyperparameter(run: LiveRun) {
  const items = Object.entries(run.summary.adjustable).map(([label, value]) => ({
    label,
    description: String(value),
  }));
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: t('What to change from the next step on'),
  });
  if (picked && isAdjustable(picked.label)) await changeValue(run, picked.label);
}

function problemOf(key: AdjustableKey, text: string): string | undefined {
  const read = readValue(key, text);
  return 'problem' in read ? read.problem : undefined;
}
