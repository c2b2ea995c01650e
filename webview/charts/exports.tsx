import { useState } from 'preact/hooks';
import { maxContentLength } from '../../src/ids';
import type { RunView, ViewMessage } from '../../src/protocol';
import { fileName } from '../fileName';
import { post } from '../host';
import { t } from '../l10n';
import { Notice } from '../parts/notice';
import { runTitle } from '../runText';
import { tableOf } from './csv';
import type { ChartFrame, ComparedRunCurves } from './frame';
import { measureText, pngPicture, svgPicture } from './picture';

interface ExportsProps {
  readonly view: RunView;
  readonly compared: readonly ComparedRunCurves[];
  /** Of every chart that is shown; made when a picture is wanted. */
  readonly frames: () => readonly ChartFrame[];
}

/** The charts as they are seen, and the values of all epochs, for other programs. */
export function Exports({ view, compared, frames }: ExportsProps) {
  const [isTooLarge, setTooLarge] = useState(false);
  const { run, epochs } = view;
  const title = runTitle(run);
  const send = (message: ViewMessage, content: string) => {
    const fits = content.length <= maxContentLength;
    setTooLarge(!fits);
    if (fits) post(message);
  };
  const save = (extension: string, kind: 'text' | 'base64', content: string) => {
    send({ type: 'save', name: fileName(`${title} curves`, extension), kind, content }, content);
  };
  const table = (separator: ',' | '\t') => {
    const runs = [
      { name: run.name, epochs },
      ...compared.map(({ run, epochs }) => ({ name: run.name, epochs })),
    ];
    return tableOf(runs, separator);
  };
  const copy = () => {
    const text = table('\t');
    send({ type: 'copy', text }, text);
  };
  const buttons = [
    ['PNG', t('Save a picture'), () => save('png', 'base64', pngPicture(frames(), title))],
    ['SVG', t('Save a drawing'), () => save('svg', 'text', svgPicture(frames(), title, measureText()))],
    ['CSV', t('Save the values of all epochs'), () => save('csv', 'text', table(','))],
    [t('Copy'), t('Copy the values of all epochs'), copy],
  ] as const;
  return (
    <>
      <span class="export-buttons">
        {buttons.map(([name, meaning, act]) => (
          <button
            key={name}
            type="button"
            class="toggle"
            title={meaning}
            disabled={epochs.length === 0}
            onClick={act}
          >
            {name}
          </button>
        ))}
      </span>
      {isTooLarge && (
        <Notice kind="warning">{t('These are too many values for one file. Compare fewer runs.')}</Notice>
      )}
    </>
  );
}
