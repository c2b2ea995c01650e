import type { Boundary, PlanePoints } from '../../../src/protocol';
import { formatCount, formatPercent, formatValue } from '../../format';
import { t } from '../../l10n';
import { useExplorer } from '../context';
import { splitText } from '../splitText';
import { cellOf, classShares, countWrong } from './plane';

interface PlaneTableProps {
  readonly boundary: Boundary;
  readonly points: PlanePoints | null;
}

/** Places of the coarse grid along each axis. */
const nPlaces = 5;

/** The picture as numbers. */
export function PlaneTable({ boundary, points }: PlaneTableProps) {
  const { run } = useExplorer();
  const { outputs } = boundary;
  return (
    <details class="plane-table">
      <summary>{t('As a table')}</summary>
      <CoarseGrid boundary={boundary} />
      {outputs.kind === 'class' && (
        <>
          <ul>
            {classShares(outputs.predicted, run.classNames.length).map((share, c) => (
              <li key={run.classNames[c]}>
                {t('{0}: {1} of the picture', run.classNames[c]!, formatPercent(share))}
              </li>
            ))}
          </ul>
          <ul>
            {points?.parts.map(part => (
              <li key={part.split}>
                {t(
                  '{0}: {1} of {2} points predicted wrongly',
                  splitText(part.split),
                  formatCount(countWrong(part)),
                  formatCount(part.indices.length),
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}

/** What is predicted at a few places, laid out as in the picture. */
function CoarseGrid({ boundary }: { readonly boundary: Boundary }) {
  const { run } = useExplorer();
  const { axes, outputs } = boundary;
  const [x, y] = axes.map(({ min, max }) =>
    Array.from({ length: nPlaces }, (_, i) => min + ((max - min) * (i + 0.5)) / nPlaces),
  ) as [number[], number[]];
  const predicted = (at: { x: number; y: number }) => {
    const cell = cellOf(at, boundary);
    return outputs.kind === 'class'
      ? run.classNames[outputs.predicted[cell]!]
      : formatValue(Number(outputs.values[cell]!.toPrecision(4)));
  };
  return (
    <table>
      <caption>{t('Predicted; down {0}, across {1}', axes[1]!.name, axes[0]!.name)}</caption>
      <thead>
        <tr>
          <td />
          {x.map(value => (
            <th key={value} scope="col">
              {formatValue(Number(value.toPrecision(3)))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {y.toReversed().map(valueOfRow => (
          <tr key={valueOfRow}>
            <th scope="row">{formatValue(Number(valueOfRow.toPrecision(3)))}</th>
            {x.map(value => (
              <td key={value}>{predicted({ x: value, y: valueOfRow })}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
