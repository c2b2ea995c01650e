import '@vscode-elements/elements/dist/vscode-button/index.js';
import type { Backprop } from '../../../src/protocol';
import { formatCount } from '../../format';
import { t } from '../../l10n';
import { useExplorer } from '../context';
import { LineLink } from '../lineLink';
import { Picture } from '../picture';

/** Which sample goes through the network. */
export function SamplePicker({
  backprop: { index, nSamples, row, line, split, picture },
}: {
  readonly backprop: Backprop;
}) {
  const { dispatch } = useExplorer();
  const pick = (sample: number) => {
    if (sample >= 0 && sample < nSamples) dispatch({ type: 'sample', sample });
  };
  return (
    <div class="sample-picker">
      {picture && <Picture picture={picture} row={row} />}
      <vscode-button secondary disabled={index === 0} onClick={() => pick(index - 1)}>
        {t('Previous sample')}
      </vscode-button>
      <label>
        {t('Sample')}{' '}
        <input
          type="number"
          min={1}
          max={nSamples}
          value={index + 1}
          onChange={({ currentTarget }) => pick(Math.round(currentTarget.valueAsNumber) - 1)}
        />{' '}
        {partWords(split, formatCount(nSamples))}
      </label>
      <vscode-button secondary disabled={index === nSamples - 1} onClick={() => pick(index + 1)}>
        {t('Next sample')}
      </vscode-button>
      <LineLink split={split} line={line} row={row} />
    </div>
  );
}

const partWords = (split: Backprop['split'], n: string) =>
  ({
    train: t('of {0} in the training part', n),
    validation: t('of {0} in the validation part', n),
    test: t('of {0} in the test part', n),
  })[split];
