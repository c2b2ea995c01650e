import { useAnswer } from '../../answers';
import { t } from '../../l10n';
import { useLast } from './useLast';

interface NeighboursProps {
  readonly table: string;
  readonly row: number | null;
  readonly onChoose: (row: number) => void;
}

/** The rows that are most like the chosen one; choosing one of them goes on from there. */
export function Neighbours({ table, row, onChoose }: NeighboursProps) {
  const answer = useAnswer('neighbours', row === null ? undefined : { table, row });
  const list = useLast(answer.value);
  if (row === null || !list) return <p class="muted">{t('Choose a point to see what is most like it.')}</p>;
  return (
    <section class="neighbours" aria-live="polite">
      <h2>{t('Most like {0}', list.name)}</h2>
      <table class="figures" aria-label={t('Most like {0}', list.name)}>
        <thead>
          <tr>
            <th scope="col">{t('row')}</th>
            <th scope="col" title={t('Cosine of the angle between the two vectors: 1 is the same direction')}>
              {t('cosine')}
            </th>
          </tr>
        </thead>
        <tbody>
          {list.neighbours.map(({ row, name, similarity }) => (
            <tr key={row}>
              <th scope="row">
                <button type="button" class="link" onClick={() => onChoose(row)}>
                  {name}
                </button>
              </th>
              <td>{similarity.toFixed(3).replace('-', '−')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
