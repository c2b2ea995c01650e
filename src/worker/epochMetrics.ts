import { activations } from '../engine/activations';
import type { Layer } from '../engine/network';
import type { EpochEvent } from '../engine/train';
import type { EpochMetrics } from '../runs/record';

/** A value for a file of JSON, which knows neither NaN nor infinity. */
export const metric = (value: number | null | undefined) => (Number.isFinite(value) ? value! : null);

const canDie = (layer: Layer | undefined) => !!layer?.activation && activations[layer.activation].canDie;

/** What is recorded of an epoch. */
export function epochMetricsOf(event: EpochEvent, layers: readonly Layer[], elapsedMs: number): EpochMetrics {
  const { epoch, step, validation, learningRate } = event;
  return {
    epoch,
    step,
    loss: metric(event.loss),
    accuracy: metric(event.accuracy),
    valLoss: metric(validation?.loss),
    valAccuracy: metric(validation?.accuracy),
    learningRate,
    elapsedMs: Math.round(elapsedMs),
    layers: event.statistics.map((statistics, l) => ({
      weightNorm: metric(statistics.weightNorm),
      gradientNorm: metric(statistics.gradientNorm),
      updateRatio: metric(statistics.updateRatio),
      deadFraction: canDie(layers[l]) ? metric(validation?.zeroFractions[l]) : null,
    })),
  };
}
