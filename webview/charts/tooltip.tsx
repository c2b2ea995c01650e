import type { EpochMetrics } from '../../src/protocol';
import { formatCount, formatRate } from '../format';
import type { Quantity } from './quantity';

interface TooltipProps {
  readonly quantity: Quantity;
  readonly metrics: EpochMetrics;
  readonly hasValidation: boolean;
  /** Always the half of the plot where the pointer is not. */
  readonly side: 'left' | 'right';
}

export function Tooltip({ quantity, metrics, hasValidation, side }: TooltipProps) {
  return (
    <dl class={`tooltip ${side}`}>
      <dt>epoch</dt>
      <dd>{formatCount(metrics.epoch)}</dd>
      <dt>train</dt>
      <dd>{quantity.formatExact(quantity.train(metrics))}</dd>
      {hasValidation && (
        <>
          <dt>validation</dt>
          <dd>{quantity.formatExact(quantity.validation(metrics))}</dd>
        </>
      )}
      <dt>learning rate</dt>
      <dd>{formatRate(metrics.learningRate)}</dd>
    </dl>
  );
}
