import type { Split } from '../../src/protocol';
import { post } from '../host';
import { t } from '../l10n';
import { useExplorer } from './context';

interface LineLinkProps {
  readonly split: Split;
  /** 1-based; null of a sample that has none. */
  readonly line: number | null;
  /** The sample, where it has no line. */
  readonly row: number;
}

/** Where a sample stands in its data file; a click leads there. */
export function LineLink({ split, line, row }: LineLinkProps) {
  const { run } = useExplorer();
  if (line === null) return <span class="muted">{t('sample {0}', row)}</span>;
  return (
    <button
      type="button"
      class="link"
      data-open-row={row}
      title={t('Open the data file at line {0}', line)}
      onClick={() => post({ type: 'openRow', runFolder: run.folder, split, line })}
    >
      {t('line {0}', line)} ▸
    </button>
  );
}
