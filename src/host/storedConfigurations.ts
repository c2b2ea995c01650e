import * as vscode from 'vscode';
import { storedConfigurationScheme } from '../ids';
import type { RunSummary } from '../protocol';
import type { RunStore } from './runStore';

/** Named as the file, so that it is coloured like it. */
export const storedConfiguration = ({ folder, configurationFile }: RunSummary): vscode.Uri =>
  vscode.Uri.from({ scheme: storedConfigurationScheme, path: `/${configurationFile}`, query: folder });

/** Documents, only to be read, of what configurations said when runs began. */
export const registerStoredConfigurations = (store: RunStore): vscode.Disposable =>
  vscode.workspace.registerTextDocumentContentProvider(storedConfigurationScheme, {
    async provideTextDocumentContent({ query: folder }) {
      // A link in any document may name any folder.
      await store.loaded;
      if (!store.find(folder)) throw new Error(vscode.l10n.t('The run is not there any more.'));
      return (await store.folders.record(folder)).configurationText;
    },
  });
