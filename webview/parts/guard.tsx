import { Component, type ComponentChildren } from 'preact';
import { post } from '../host';
import { t } from '../l10n';
import { Notice } from './notice';

interface GuardProps {
  readonly children: ComponentChildren;
}

interface GuardState {
  readonly failure: string | null;
}

/** What the log takes of an error. */
const maxLength = 10_000;

/** A view that fails, for example at what another program wrote, says so, and leaves the others as they are. */
export class Guard extends Component<GuardProps, GuardState> {
  override state: GuardState = { failure: null };

  static override getDerivedStateFromError = (error: Error): GuardState => ({ failure: error.message });

  override componentDidCatch(error: Error) {
    post({ type: 'error', message: (error.stack ?? error.message).slice(0, maxLength) });
  }

  override render({ children }: GuardProps, { failure }: GuardState) {
    if (failure === null) return children;
    return <Notice kind="error">{t('This view cannot be shown: {0}', failure)}</Notice>;
  }
}
