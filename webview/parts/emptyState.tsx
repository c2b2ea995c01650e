import { CommandButton } from './commandButton';

export function EmptyState() {
  return (
    <div class="empty">
      <p>No run yet. Open a model configuration and choose Train Model.</p>
      <div class="buttons">
        <CommandButton command="train" icon="train" label="Train Model" />
        <CommandButton command="openExample" label="Open an Example" secondary />
      </div>
    </div>
  );
}
