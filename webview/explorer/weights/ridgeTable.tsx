import { formatCount, formatSigned } from '../../format';
import { t } from '../../l10n';
import { middleHalf } from './layerHealth';
import type { RidgeSet } from './ridges';

/** What the ridges show, as text. */
export function RidgeTable({ set: { ridges }, name }: { readonly set: RidgeSet; readonly name: string }) {
  return (
    <details>
      <summary>{t('As a table')}</summary>
      <table class="figures" aria-label={t('{0}: how they are spread', name)}>
        <thead>
          <tr>
            <th scope="col">{t('epoch')}</th>
            <th scope="col">{t('smallest')}</th>
            <th scope="col" colSpan={2}>
              {t('middle half')}
            </th>
            <th scope="col">{t('largest')}</th>
          </tr>
        </thead>
        <tbody>
          {ridges.map(({ epoch, histogram }) => {
            const { lower, upper } = middleHalf(histogram);
            return (
              <tr key={epoch}>
                <th scope="row">{formatCount(epoch)}</th>
                {[histogram.min, lower, upper, histogram.max].map((value, i) => (
                  <td key={i}>{formatSigned(value)}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}
