import * as vscode from 'vscode';
import { z } from 'zod';
import { formatOf } from '../fileFormats';
import type { RunSummary, Split } from '../protocol';
import { cellRange, cellValue, columnNamed, delimiterOf, writtenCell } from '../runs/dataCell';
import type { RunRecord } from '../runs/record';
import { type NumberedLine, openDataFile } from './openRow';
import type { RunStore } from './runStore';

const { t } = vscode.l10n;

/** The part of the mapping that tells what is predicted. */
const mapping = z.object({
  target: z.object({ kind: z.enum(['classes', 'numeric']), name: z.string() }),
  features: z.array(z.object({ kind: z.string() })),
});

/**
 * Asks for another label of one sample and puts it into the source file: an edit that can be undone, with the cell selected.
 * Saved, unless the person has changes of their own there, so that the next training sees it.
 */
export async function changeLabel(store: RunStore, run: RunSummary, split: Split, line: number) {
  const record = await store.folders.record(run.folder);
  const { target } = targetOf(record);
  const opened = await openDataFile(store, run, split);
  if (!opened) return;
  const cell = targetCell(opened.document, line, target.name);
  const text = await askLabel(run, target, cell, { file: opened.name, line });
  if (text === undefined || text === cell.value) return;
  await replace(opened.document, cell, text);
}

function targetOf({ preprocessing, configuration }: RunRecord) {
  const { target, features } = mapping.parse(preprocessing);
  if (features[0]?.kind === 'text')
    throw new Error(t('The next character is no label: change the text itself in its file.'));
  const { path } = (configuration.data ?? {}) as { path?: unknown };
  if (typeof path !== 'string')
    throw new Error(
      t(
        'Data that ships with Descent, or is generated, cannot be changed. Save a copy and name it as data.path.',
      ),
    );
  if (formatOf(path) !== 'csv')
    throw new Error(t('Labels of {0} are bytes and cannot be edited as text.', path));
  return { target };
}

interface TargetCell {
  readonly range: vscode.Range;
  readonly delimiter: string;
  readonly raw: string;
  readonly value: string;
}

function targetCell(document: vscode.TextDocument, line: number, name: string): TargetCell {
  const text = document.getText();
  const delimiter = delimiterOf(document.fileName, text);
  const column = columnNamed(text, delimiter, name);
  const cell = column === undefined ? undefined : cellRange(text, delimiter, line, column);
  if (!cell)
    throw new Error(
      t(
        '{0} has no cell "{1}" in line {2} any more. It has changed since this run; train again.',
        document.fileName,
        name,
        line,
      ),
    );
  const raw = text.slice(cell.start, cell.end);
  const range = new vscode.Range(document.positionAt(cell.start), document.positionAt(cell.end));
  return { range, delimiter, raw, value: cellValue(raw) };
}

/** @returns undefined when the person thinks better of it */
async function askLabel(
  { classNames }: RunSummary,
  { kind, name }: { readonly kind: 'classes' | 'numeric'; readonly name: string },
  { value }: TargetCell,
  { file, line }: NumberedLine,
): Promise<string | undefined> {
  const prompt = t('{0}, line {1}: {2} is "{3}"', file, line, name, value);
  if (kind === 'numeric')
    return vscode.window.showInputBox({
      title: t('Change Label'),
      prompt,
      value,
      validateInput: numberFault,
    });
  const another = { label: t('Another class…'), isAnother: true };
  // The first one is what Enter means.
  const classes = [value, ...classNames.filter(label => label !== value)].map((label, i) => ({
    ...{ label, isAnother: false },
    description: i === 0 ? t('as it is now') : '',
  }));
  const picked = await vscode.window.showQuickPick([...classes, another], {
    ...{ title: t('Change Label'), placeHolder: prompt, matchOnDescription: false },
  });
  return picked?.isAnother ? askAnother(prompt) : picked?.label;
}

const askAnother = (prompt: string) =>
  vscode.window.showInputBox({
    ...{ title: t('Change Label'), prompt },
    validateInput: text => (text.trim() === '' ? t('A class needs a name.') : undefined),
  });

const numberFault = (text: string) =>
  /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?$/i.test(text.trim())
    ? undefined
    : t('A number is expected.');

async function replace(document: vscode.TextDocument, { range, delimiter, raw }: TargetCell, text: string) {
  const wasClean = !document.isDirty;
  const written = writtenCell(text.trim(), delimiter, raw);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, written);
  if (!(await vscode.workspace.applyEdit(edit)))
    throw new Error(t('{0} could not be changed.', document.fileName));
  if (wasClean) await document.save();
  const end = document.positionAt(document.offsetAt(range.start) + written.length);
  const selection = new vscode.Range(range.start, end);
  await vscode.window.showTextDocument(document, { selection, viewColumn: vscode.ViewColumn.One });
}
