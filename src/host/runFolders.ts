import * as vscode from 'vscode';
import { type Platform, temporarySuffix } from '../platform/types';
import type { ConfigurationState, RunSummary, Split } from '../protocol';
import { dataFile } from '../runs/dataFile';
import { dataFiles, isDataChanged } from '../runs/dataState';
import { isLive } from '../runs/record';
import { readRecord, writeRecord } from '../runs/runFolder';

/** What can be done with the folder of a run that does not train. */
export class RunFolders {
  constructor(
    private readonly platform: Platform,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  record = (folder: string) => readRecord(this.platform, folder);

  async dataFile({ folder }: RunSummary, split: Split): Promise<string | undefined> {
    return dataFile(this.platform, folder, await readRecord(this.platform, folder), split);
  }

  /** Whether the data say something else than when the run began; undefined where the file is none of theirs. */
  async isDataChanged({ folder }: RunSummary, saved: string): Promise<boolean | undefined> {
    const record = await readRecord(this.platform, folder);
    const isOurs = dataFiles(this.platform, folder, record).includes(saved);
    return isOurs ? isDataChanged(this.platform, folder, record) : undefined;
  }

  async rename(run: RunSummary, name: string) {
    const record = await readRecord(this.platform, run.folder);
    await writeRecord(this.platform, run.folder, { ...record, name });
  }

  /** Writes what the run's own thread, which is gone by now, could not: how it ended. */
  async recordEnd({ folder, status, message }: RunSummary) {
    const { files, paths } = this.platform;
    for (const name of await files.list(folder))
      if (name.endsWith(temporarySuffix)) await files.remove(paths.join(folder, name));
    const record = await readRecord(this.platform, folder);
    if (!isLive(record.status)) return;
    const ended = { ...record, status, finishedAt: new Date().toISOString() };
    await writeRecord(this.platform, folder, message === null ? ended : { ...ended, message });
  }

  /** To the trash where there is one; a remote machine often has none. */
  async delete(run: RunSummary) {
    const folder = vscode.Uri.file(run.folder);
    try {
      await vscode.workspace.fs.delete(folder, { recursive: true, useTrash: true });
    } catch (error) {
      this.log.info(`${run.folder} is deleted for good, because it cannot go to a trash: ${error}`);
      await vscode.workspace.fs.delete(folder, { recursive: true });
    }
  }

  /** Does the configuration still say what it did when the run began? */
  async configurationState({ folder, configurationPath }: RunSummary): Promise<ConfigurationState> {
    const { configurationText } = await readRecord(this.platform, folder);
    const text = await this.#textOf(configurationPath);
    if (text === null) return 'missing';
    return text === configurationText ? 'unchanged' : 'changed';
  }

  async #textOf(path: string): Promise<string | null> {
    const open = vscode.workspace.textDocuments.find(({ uri }) => uri.fsPath === path);
    if (open) return open.getText();
    const { files } = this.platform;
    return (await files.status(path)) ? new TextDecoder().decode(await files.read(path)) : null;
  }
}
