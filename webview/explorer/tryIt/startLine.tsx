import type { Form } from '../../../src/protocol';
import { formatCount } from '../../format';
import { t } from '../../l10n';
import { useExplorer } from '../context';
import { splitText } from '../splitText';
import type { Start } from './start';

interface StartLineProps {
  readonly form: Form;
  readonly start: Start;
  readonly isChanged: boolean;
  readonly restore: () => void;
}

/** Where the inputs come from; each button has its place, whether it can be used or not. */
export function StartLine({ form, start, isChanged, restore }: StartLineProps) {
  const { focus, dispatch } = useExplorer();
  const { sample, known } = start;
  const select = (index: number) => {
    start.beginWithSample();
    dispatch({ type: 'sample', sample: index });
  };
  const go = (step: number) =>
    select(sample && known ? (sample.index + step + known.nSamples) % known.nSamples : (focus.sample ?? 0));
  return (
    <fieldset class="try-start" aria-label={t('Start from')}>
      <button type="button" data-try="previous" aria-label={t('Previous sample')} onClick={() => go(-1)}>
        ◂
      </button>
      <button
        type="button"
        data-try="sample"
        aria-pressed={sample !== null}
        title={t('Start from the sample that is selected in the other views')}
        onClick={() => select(focus.sample ?? 0)}
      >
        {t('{0} sample {1}', splitText(focus.split), formatCount((focus.sample ?? 0) + 1))}
      </button>
      <button type="button" data-try="next" aria-label={t('Next sample')} onClick={() => go(1)}>
        ▸
      </button>
      <button type="button" data-try="typical" aria-pressed={sample === null} onClick={start.beginTypical}>
        {emptyNames[form.kind]()}
      </button>
      <button type="button" data-try="restore" disabled={!isChanged} onClick={restore}>
        {t('Undo changes')}
      </button>
    </fieldset>
  );
}

const emptyNames: Record<Form['kind'], () => string> = {
  row: () => t('Typical values'),
  image: () => t('Empty picture'),
  text: () => t('No text'),
};
