import * as vscode from 'vscode';
import { stemOf } from '../../fileFormats';
import type { Services } from '../commands';
import { baseName } from '../configurations';

const { t } = vscode.l10n;

/** Texts are left out: most `.txt` files are not data. */
const dataPattern = '**/{*.csv,*.tsv,*.csv.gz,*.tsv.gz,*images-idx3-ubyte*,*images.idx3-ubyte*}';
const question = () => t('Table with a header row, images in IDX format, or a text file');
const isData = (uri: vscode.Uri) => /\.(csv|tsv)$/i.test(uri.path);

/** Writes a commented configuration beside a data file and opens it. */
export async function createConfiguration({ trainers }: Services, uri?: vscode.Uri) {
  const data = uri ?? (await chooseData());
  if (!data) return;
  const configurationFolder = vscode.Uri.joinPath(data, '..').fsPath;
  const progress = { location: vscode.ProgressLocation.Window, title: t('Reading {0}', baseName(data)) };
  const text = await vscode.window.withProgress(progress, () =>
    trainers.ask('create', { dataPath: data.fsPath, configurationFolder, target: null }),
  );
  const configuration = await freeName(data);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(configuration, { contents: new TextEncoder().encode(text) });
  if (!(await vscode.workspace.applyEdit(edit)))
    throw new Error(t('{0} could not be written.', configuration.fsPath));
  const document = await vscode.workspace.openTextDocument(configuration);
  await document.save();
  await vscode.window.showTextDocument(document, { preview: false });
}

async function chooseData(): Promise<vscode.Uri | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  if (active && isData(active)) return active;
  const browse = { label: t('Browse…'), description: t('another file'), uri: undefined };
  const found = (await vscode.workspace.findFiles(dataPattern, '**/node_modules/**')).map(file => ({
    label: baseName(file),
    description: vscode.workspace.asRelativePath(file),
    uri: file,
  }));
  const options = { placeHolder: question() };
  const picked = found.length > 0 ? await vscode.window.showQuickPick([...found, browse], options) : browse;
  if (!picked || picked.uri) return picked?.uri;
  const filters = {
    [t('Tables and texts')]: ['csv', 'tsv', 'txt', 'gz'],
    [t('All files')]: ['*'],
  };
  return (await vscode.window.showOpenDialog({ filters, title: question() }))?.[0];
}

/** `iris.csv` gets `iris.model.yaml`, or `iris-2.model.yaml` where that is taken. */
async function freeName(data: vscode.Uri): Promise<vscode.Uri> {
  const stem = stemOf(baseName(data));
  for (let n = 1; ; n++) {
    const name = `${stem}${n === 1 ? '' : `-${n}`}.model.yaml`;
    const candidate = vscode.Uri.joinPath(data, '..', name);
    if (!(await exists(candidate))) return candidate;
  }
}

const exists = (uri: vscode.Uri) =>
  vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
