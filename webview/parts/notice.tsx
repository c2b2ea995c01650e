import type { ComponentChildren } from 'preact';
import type { RunSummary } from '../../src/protocol';
import { Icon } from './icon';

interface NoticeProps {
  readonly kind: 'error' | 'warning' | 'info';
  readonly children: ComponentChildren;
}

/** One line that a person should read, with its icon. */
export function Notice({ kind, children }: NoticeProps) {
  return (
    <p class={`notice ${kind}`} role="status">
      <Icon name={kind} />
      <span>{children}</span>
    </p>
  );
}

/** Why a run did not end as planned; nothing for one that did. */
export function RunMessage({ run }: { readonly run: RunSummary }) {
  if (!run.message) return null;
  const isFailure = run.status === 'failed' || run.status === 'diverged';
  return <Notice kind={isFailure ? 'error' : 'info'}>{run.message}</Notice>;
}
