import type { EpochMetrics, LayerWeights } from '../../src/protocol';
import { formatCount, missing } from '../format';
import { Histogram } from './histogram';
import { healthColumns, layersWithHealth, lookedAt, weightsMeaning } from './layerHealth';

interface LayerHealthProps {
  readonly epochs: readonly EpochMetrics[];
  /** The epoch whose weights are shown. */
  readonly epoch: number;
  readonly layers: readonly LayerWeights[];
}

/** A row a layer: how it fared in the epoch that is shown, or the nearest one that was looked into. */
export function LayerHealth({ epochs, epoch, layers }: LayerHealthProps) {
  const metrics = lookedAt(epochs, epoch);
  const looked = metrics ? layersWithHealth(layers, metrics) : [];
  if (!metrics?.layers || looked.length === 0) return null;
  return (
    <figure class="layer-health">
      <figcaption class="muted">
        health of the layers after epoch {formatCount(metrics.epoch)}
        {metrics.epoch !== epoch && ', the nearest that was looked into'}
      </figcaption>
      <div class="scroller">
        <table aria-label={`Health of the layers after epoch ${formatCount(metrics.epoch)}`}>
          <thead>
            <tr>
              <th scope="col">layer</th>
              <th scope="col" title={weightsMeaning}>
                weights
              </th>
              {healthColumns.map(({ name, meaning }) => (
                <th key={name} scope="col" title={meaning}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {metrics.layers.map((layer, l) => (
              <tr key={looked[l]!.name}>
                <th scope="row">{looked[l]!.name}</th>
                <td>{layer.weightHistogram ? <Histogram histogram={layer.weightHistogram} /> : missing}</td>
                {healthColumns.map(({ name, meaning, text }) => (
                  <td key={name} title={meaning}>
                    {text(layer)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <details>
        <summary>What the columns say</summary>
        <dl>
          {[{ name: 'weights', meaning: weightsMeaning }, ...healthColumns].map(({ name, meaning }) => (
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
