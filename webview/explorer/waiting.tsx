import { t } from '../l10n';
import { Notice } from '../parts/notice';
import { isLive } from '../runText';
import { useExplorer } from './context';

/** What stands where a view will be, until its answer comes, or why none comes. */
export function Waiting({ failure }: { readonly failure: string | null }) {
  const { run } = useExplorer();
  if (failure !== null) return <Notice kind="warning">{failure}</Notice>;
  const isOver = !isLive(run.status) && run.lastEpoch === 0;
  return (
    <p class="muted waiting">
      {isOver ? t('The run ended before its first epoch.') : t('Reading the model…')}
    </p>
  );
}
