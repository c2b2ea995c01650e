import { t } from '../../l10n';
import { useExplorer } from '../context';
import { LineLink } from '../lineLink';
import type { PointOf } from './plane';
import { pointText } from './planeText';

/** The chosen sample in words, with the way to its line in the data. */
export function SelectedPoint({ point }: { readonly point: PointOf | null }) {
  const { run, dispatch } = useExplorer();
  if (!point) return <p class="muted">{t('Click a point to choose its sample.')}</p>;
  const { part, i } = point;
  const line = part.lines?.[i];
  return (
    <p>
      {pointText(point, run)}{' '}
      {line !== undefined && <LineLink split={part.split} line={line} row={part.indices[i]!} />}{' '}
      <button type="button" class="link" onClick={() => dispatch({ type: 'sample', sample: null })}>
        {t('Clear')}
      </button>
    </p>
  );
}
