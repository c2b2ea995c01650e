import './editsBanner.css';
import type { ComponentChildren } from 'preact';
import { countChanged } from '../focus';
import { t } from '../l10n';
import { Notice } from '../parts/notice';
import { useExplorer } from './context';

/** While weights are changed by hand, this stands in the place of what came of the run, so that nothing moves. */
export function EditsBanner({ children }: { readonly children: ComponentChildren }) {
  const { focus, dispatch } = useExplorer();
  const nChanged = countChanged(focus.edits);
  return (
    <div class={nChanged > 0 ? 'summary-line is-edited' : 'summary-line'}>
      {children}
      {nChanged > 0 && (
        <div class="edits-banner" data-testid="edits-banner">
          <Notice kind="warning">
            {t('Weights changed by hand ({0}), not in the stored run', nChanged)}
          </Notice>
          <button type="button" class="link" onClick={() => dispatch({ type: 'undoEdit' })}>
            {t('Undo')}
          </button>
          <button type="button" class="link" onClick={() => dispatch({ type: 'clearEdits' })}>
            {t('Reset')}
          </button>
        </div>
      )}
    </div>
  );
}
