import type { Neighbours as List } from '../../../src/protocol';
import { t } from '../../l10n';

interface NeighboursProps {
  /** Of the chosen row; null for none. */
  readonly list: List | null;
  readonly onChoose: (row: number) => void;
}

/** The rows that are most like the chosen one; choosing one of them goes on from there. */
export function Neighbours({ list, onChoose }: NeighboursProps) {
  if (!list) return <p class="muted">{t('Choose a point to see what is most like it.')}</p>;
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
