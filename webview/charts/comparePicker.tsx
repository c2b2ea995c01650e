import { useState } from 'preact/hooks';
import type { RunSummary } from '../../src/protocol';
import { t } from '../l10n';
import { runTitle, statusText, summaryText } from '../runText';
import { LineSample } from './lineSample';
import type { RunStyle } from './runStyle';

/** With more runs the list can be searched; more rows than this nobody reads. */
const nUnsearched = 8;
const maxRows = 100;
export const maxCompared = 100;

interface ComparePickerProps {
  /** All but the one that is shown. */
  readonly others: readonly RunSummary[];
  readonly chosen: readonly string[];
  readonly styles: ReadonlyMap<string, RunStyle>;
  readonly onChoose: (chosen: readonly string[]) => void;
}

/** Which other runs are drawn behind this one. */
export function ComparePicker({ others, chosen, styles, onChoose }: ComparePickerProps) {
  const [search, setSearch] = useState('');
  if (others.length === 0) return null;
  const words = search.toLowerCase();
  const found = others.filter(run =>
    `${runTitle(run)} ${statusText(run.status)}`.toLowerCase().includes(words),
  );
  const rows = found.slice(0, maxRows);
  const toggle = (folder: string) =>
    onChoose(chosen.includes(folder) ? chosen.filter(other => other !== folder) : [...chosen, folder]);
  const all = [...new Set([...chosen, ...rows.map(({ folder }) => folder)])].slice(0, maxCompared);
  return (
    <details class="compare">
      <summary>
        {t('Compare with other runs')}
        {chosen.length > 0 && ` (${chosen.length})`}
      </summary>
      <div class="options-row">
        {others.length > nUnsearched && (
          <input
            type="search"
            class="search"
            aria-label={t('Search runs')}
            placeholder={t('Search')}
            value={search}
            onInput={event => setSearch(event.currentTarget.value)}
          />
        )}
        <button type="button" class="toggle" onClick={() => onChoose(all)}>
          {t('All')}
        </button>
        <button type="button" class="toggle" disabled={chosen.length === 0} onClick={() => onChoose([])}>
          {t('None')}
        </button>
        {found.length > rows.length && (
          <span class="muted">{t('{0} of {1} runs', rows.length, found.length)}</span>
        )}
      </div>
      <ul class="compare-runs">
        {rows.map(run => (
          <li key={run.folder}>
            <label title={summaryText(run)}>
              <input
                type="checkbox"
                checked={chosen.includes(run.folder)}
                disabled={chosen.length >= maxCompared && !chosen.includes(run.folder)}
                onChange={() => toggle(run.folder)}
              />
              <LineSample style={styles.get(run.folder)!} />
              <span>{runTitle(run)}</span>
              <span class="muted">{statusText(run.status)}</span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}
