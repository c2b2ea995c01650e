import type { EpochMetrics } from '../../src/protocol';
import { formatCount } from '../format';
import type { Quantity } from './quantity';

const nShown = 10;

interface EpochTableProps {
  readonly quantity: Quantity;
  readonly epochs: readonly EpochMetrics[];
}

/** The end of the curves as numbers; only screen readers meet it. */
export function EpochTable({ quantity, epochs }: EpochTableProps) {
  const last = epochs.slice(-nShown);
  return (
    <div class="visually-hidden">
      <table>
        <caption>
          {quantity.name} of the last {last.length} epochs
        </caption>
        <thead>
          <tr>
            <th scope="col">epoch</th>
            <th scope="col">train</th>
            <th scope="col">validation</th>
          </tr>
        </thead>
        <tbody>
          {last.map(metrics => (
            <tr key={metrics.epoch}>
              <th scope="row">{formatCount(metrics.epoch)}</th>
              <td>{quantity.format(quantity.train(metrics))}</td>
              <td>{quantity.format(quantity.validation(metrics))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
