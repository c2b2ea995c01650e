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
    <select
      class="run-picker"
      aria-label={t('Run')}
      title={summaryText(run)}
      value={run.folder}
      onChange={event => post({ type: 'selectRun', runFolder: event.currentTarget.value })}
    >
      {options.map(option => (
        <option key={option.folder} value={option.folder} title={summaryText(option)}>
          {option.name}
        </option>
      ))}
    </select>
  );
}
