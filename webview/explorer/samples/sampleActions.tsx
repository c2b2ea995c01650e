import type { Sample } from '../../../src/protocol';
import { post } from '../../host';
import { t } from '../../l10n';
import { useExplorer } from '../context';
import { LineLink } from '../lineLink';

/** Where a sample leads to: its line in the data, another label, other views. */
export function SampleActions({ sample }: { readonly sample: Sample }) {
  const { run, focus } = useExplorer();
  const { row, line, place } = sample;
  return (
    <div class="sample-actions">
      <LineLink split={focus.split} line={line} row={row} />
      {line !== null && !place && (
        <button
          type="button"
          class="link"
          title={t('Change the label of line {0} in the data file', line)}
          onClick={() => post({ type: 'changeLabel', runFolder: run.folder, split: focus.split, line })}
        >
          {run.task === 'classification' ? t('Change label…') : t('Change value…')}
        </button>
      )}
      <ViewLink
        sample={sample}
        view="try"
        words={t('Try it')}
        title={t('Change this sample and see what is predicted')}
      />
      <ViewLink
        sample={sample}
        view="backprop"
        words={t('Backprop')}
        title={t('Follow this sample through the network')}
      />
    </div>
  );
}

interface ViewLinkProps {
  readonly sample: Sample;
  readonly view: string;
  readonly words: string;
  readonly title: string;
}

/** Leads to another view with this sample chosen; nothing where there is no such view. */
function ViewLink({ sample: { index }, view, words, title }: ViewLinkProps) {
  const { dispatch, show, has } = useExplorer();
  if (!has(view)) return null;
  const open = () => {
    dispatch({ type: 'sample', sample: index });
    show(view);
  };
  return (
    <button type="button" class="link" title={title} onClick={open}>
      {words}
    </button>
  );
}
