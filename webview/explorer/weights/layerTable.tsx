import type { EpochMetrics, LayerList, LayerStatistics, LayerSummary } from '../../../src/protocol';
import { formatCount, formatLoss, missing } from '../../format';
import { t } from '../../l10n';
import { Histogram } from './histogram';
import { healthColumns, lookedAt, statisticsOf, weightsMeaning } from './layerHealth';
import { UpdateRatio } from './updateRatio';

interface LayerTableProps {
  readonly epochs: readonly EpochMetrics[];
  readonly list: LayerList;
  readonly chosen: string;
  readonly onChoose: (layer: string) => void;
}

/** A row a layer: what it is, and how it fared in the epoch that is shown or the nearest one that was looked into. */
export function LayerTable({ epochs, list: { layers, epoch }, chosen, onChoose }: LayerTableProps) {
  const metrics = lookedAt(epochs, epoch);
  const columns = healthColumns();
  return (
    <figure class="layer-health">
      <figcaption class="muted">{captionOf(epoch, metrics)}</figcaption>
      <div class="scroller">
        <table aria-label={t('Layers after epoch {0}', formatCount(epoch))}>
          <thead>
            <tr>
              {[t('layer'), t('shape'), t('parameters'), t('norm'), ...columns.map(({ name }) => name)].map(
                (name, i) => (
                  <th key={name} scope="col" title={columns[i - 4]?.meaning}>
                    {name}
                  </th>
                ),
              )}
              <th scope="col" title={weightsMeaning()}>
                {t('spread')}
              </th>
            </tr>
          </thead>
          <tbody>
            {layers.map(layer => (
              <Row
                key={layer.name}
                layer={layer}
                statistics={statisticsOf(layers, layer, metrics)}
                isChosen={layer.name === chosen}
                onChoose={onChoose}
              />
            ))}
          </tbody>
        </table>
      </div>
      <details>
        <summary>{t('What the columns say')}</summary>
        <dl>
          {[...columns, { name: t('spread'), meaning: weightsMeaning() }].map(({ name, meaning }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </details>
    </figure>
  );
}

function captionOf(epoch: number, metrics: EpochMetrics | null): string {
  const after = t('Weights after epoch {0}', formatCount(epoch));
  if (!metrics || metrics.epoch === epoch) return after;
  return `${after}; ${t('gradients and units as they were in epoch {0}, the nearest that was looked into', formatCount(metrics.epoch))}`;
}

interface RowProps {
  readonly layer: LayerSummary;
  readonly statistics: LayerStatistics | null;
  readonly isChosen: boolean;
  readonly onChoose: (layer: string) => void;
}

function Row({ layer, statistics, isChosen, onChoose }: RowProps) {
  const { name, activation, nRows, nColumns, nParameters, norm } = layer;
  return (
    // The button is for the keyboard; a pointer may hit the row anywhere.
    <tr data-chosen={isChosen || undefined} onClick={() => onChoose(name)}>
      <th scope="row">
        <button type="button" data-layer={name} aria-pressed={isChosen}>
          {name}
          <span class="muted">{activation}</span>
        </button>
      </th>
      <td>
        {formatCount(nRows)} × {formatCount(nColumns)}
      </td>
      <td>{formatCount(nParameters)}</td>
      <td>{formatLoss(norm)}</td>
      {healthColumns().map(({ name, text, isUpdate }) => (
        <td key={name}>
          {isUpdate ? (
            <UpdateRatio ratio={statistics?.updateRatio ?? null} />
          ) : statistics ? (
            text(statistics)
          ) : (
            missing
          )}
        </td>
      ))}
      <td>{statistics?.weightHistogram ? <Histogram histogram={statistics.weightHistogram} /> : missing}</td>
    </tr>
  );
}
