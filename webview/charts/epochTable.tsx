import type { EpochMetrics, RunView } from '../../src/protocol';
import { formatCount, formatRate } from '../format';
import { t } from '../l10n';
import { comparedValue } from './curves';
import type { ComparedRunCurves } from './frame';
import type { Quantity } from './quantity';

const nShown = 10;

interface EpochTableProps {
  readonly view: RunView;
  readonly quantity: Quantity;
  readonly compared: readonly ComparedRunCurves[];
}

/** The end of the curves, and the best of the runs behind them, as numbers; only screen readers meet it. */
export function EpochTable({ view, quantity, compared }: EpochTableProps) {
  return (
    <div class="visually-hidden">
      <LastEpochs quantity={quantity} epochs={view.epochs.slice(-nShown)} />
      {compared.length > 0 && quantity.validation && (
        <table>
          <caption>{t('{0} of other runs', quantity.title())}</caption>
          <thead>
            <tr>
              <th scope="col">{t('run')}</th>
              <th scope="col">{t('best epoch')}</th>
              <th scope="col">{quantity.title()}</th>
            </tr>
          </thead>
          <tbody>
            {compared.map(({ run }) => (
              <tr key={run.folder}>
                <th scope="row">{run.name}</th>
                <td>{formatCount(run.best?.epoch)}</td>
                <td>{quantity.format(run.best && comparedValue(run, quantity)(run.best))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function LastEpochs({ quantity, epochs }: { quantity: Quantity; epochs: readonly EpochMetrics[] }) {
  const { train, validation } = quantity;
  return (
    <table>
      <caption>{t('{0} of the last {1} epochs', quantity.title(), epochs.length)}</caption>
      <thead>
        <tr>
          <th scope="col">{t('epoch')}</th>
          <th scope="col">{t('train')}</th>
          {validation && <th scope="col">{t('validation')}</th>}
          {validation && <th scope="col">{t('learning rate')}</th>}
        </tr>
      </thead>
      <tbody>
        {epochs.map(metrics => (
          <tr key={metrics.epoch}>
            <th scope="row">{formatCount(metrics.epoch)}</th>
            <td>{quantity.format(train(metrics))}</td>
            {validation && <td>{quantity.format(validation(metrics))}</td>}
            {validation && <td>{formatRate(metrics.learningRate)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
