import '@vscode-elements/elements/dist/vscode-option/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import type { VscodeSingleSelect } from '@vscode-elements/elements/dist/vscode-single-select/vscode-single-select.js';
import type { RunSummary } from '../../src/protocol';
import { post } from '../host';
import { t } from '../l10n';
import { summaryText } from '../runText';

interface RunPickerProps {
  readonly run: RunSummary;
  readonly runs: readonly RunSummary[];
}

export function RunPicker({ run, runs }: RunPickerProps) {
  const options = runs.some(({ folder }) => folder === run.folder) ? runs : [run, ...runs];
  return (
    <vscode-single-select
      class="run-picker"
      label={t('Run')}
      aria-label={t('Run')}
      onChange={event =>
        post({ type: 'selectRun', runFolder: (event.currentTarget as VscodeSingleSelect).value })
      }
    >
      {options.map(option => (
        <vscode-option
          key={option.folder}
          value={option.folder}
          selected={option.folder === run.folder}
          description={summaryText(option)}
        >
          {option.name}
        </vscode-option>
      ))}
    </vscode-single-select>
  );
}
