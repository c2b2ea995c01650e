import { useState } from 'preact/hooks';
import { ask } from '../../ask';
import { fileName } from '../../fileName';
import { formatCount } from '../../format';
import { post } from '../../host';
import { t } from '../../l10n';
import { Notice } from '../../parts/notice';
import { runTitle } from '../../runText';
import { useExplorer } from '../context';

/** The listed samples, all of them and not only those on the page, as a table for other programs. */
export function ExportButtons({ indices }: { readonly indices: readonly number[] }) {
  const { at, run, focus } = useExplorer();
  const [message, setMessage] = useState<string | null>(null);
  const name = fileName(`${runTitle(run)} ${focus.split}`, 'csv');

  async function write(hand: (text: string) => void) {
    setMessage(null);
    try {
      const { text, nSamples } = await ask('samplesCsv', at, { split: focus.split, indices });
      hand(text);
      if (nSamples < indices.length)
        setMessage(
          t('The table holds the first {0} samples; more would open in no editor.', formatCount(nSamples)),
        );
    } catch (error) {
      setMessage((error as Error).message);
    }
  }

  const save = (content: string) => post({ type: 'save', name, kind: 'text', content });
  return (
    <>
      <button type="button" class="link" onClick={() => write(save)}>
        {t('Export CSV')}
      </button>
      <button type="button" class="link" onClick={() => write(text => post({ type: 'openText', text }))}>
        {t('Open as table')}
      </button>
      {message && <Notice kind="warning">{message}</Notice>}
    </>
  );
}
