import * as vscode from 'vscode';
import type { Services } from '../commands';

const { t } = vscode.l10n;

const examples = [
  { label: 'iris', description: t('three flowers from four measures: logistic regression') },
  { label: 'digits', description: t('handwritten digits, 8 × 8 pixels: two hidden layers') },
  { label: 'names', description: t('first names, letter by letter: what comes next') },
  { label: 'spiral', description: t('two spirals in the plane: what a hidden layer is for') },
];

/** Copies an example into the workspace, or into a folder of choice, and opens its configuration. */
export async function openExample({ extension }: Services) {
  const example = await vscode.window.showQuickPick(examples, { placeHolder: t('Example') });
  const folder = example && (await chooseFolder());
  if (!folder) return;
  const copy = vscode.Uri.joinPath(folder, example.label);
  const configuration = vscode.Uri.joinPath(copy, `${example.label}.model.yaml`);
  await copyMissing(vscode.Uri.joinPath(extension, 'examples', example.label), copy);
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(configuration));
}

async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const [workspace] = vscode.workspace.workspaceFolders ?? [];
  if (workspace) return workspace.uri;
  const options = { canSelectFolders: true, canSelectFiles: false, title: t('Folder for the example') };
  return (await vscode.window.showOpenDialog({ ...options, openLabel: t('Copy Here') }))?.[0];
}

/** What is there already is the person's, and stays. */
async function copyMissing(from: vscode.Uri, to: vscode.Uri) {
  await vscode.workspace.fs.createDirectory(to);
  const present = new Set((await vscode.workspace.fs.readDirectory(to)).map(([name]) => name));
  for (const [name, type] of await vscode.workspace.fs.readDirectory(from)) {
    if (type !== vscode.FileType.File || present.has(name)) continue;
    await vscode.workspace.fs.copy(vscode.Uri.joinPath(from, name), vscode.Uri.joinPath(to, name));
  }
}
