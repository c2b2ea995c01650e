import { t } from '../l10n';
import { CommandButton } from './commandButton';

export function EmptyState() {
  return (
    <div class="empty">
      <p>{t('No run yet. Open a model configuration and choose Train Model.')}</p>
      <div class="buttons">
        <CommandButton command="train" icon="train" label={t('Train Model')} />
        <CommandButton command="openExample" label={t('Open an Example')} secondary />
      </div>
    </div>
  );
}
