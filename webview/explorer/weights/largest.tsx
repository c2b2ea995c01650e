import type { LayerMatrix } from '../../../src/protocol';
import { formatSigned } from '../../format';
import { t } from '../../l10n';

/** The weights that say most, as text. */
export function Largest({ matrix: { largest, name } }: { readonly matrix: LayerMatrix }) {
  return (
    <details>
      <summary>{t('Largest weights')}</summary>
      <table class="figures" aria-label={t('Largest weights of {0}', name)}>
        <thead>
          <tr>
            <th scope="col">{t('row')}</th>
            <th scope="col">{t('column')}</th>
            <th scope="col">{t('weight')}</th>
          </tr>
        </thead>
        <tbody>
          {largest.map(({ row, column, value }) => (
            <tr key={`${row} ${column}`}>
              <th scope="row">{row}</th>
              <td>{column}</td>
              <td>{formatSigned(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
