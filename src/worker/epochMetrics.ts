import { activations } from '../engine/activations';
import { histogram } from '../engine/histogram';
import type { Layer } from '../engine/network';
import type { EpochEvent } from '../engine/train';
import type { EpochMetrics, LayerStatistics } from '../runs/record';

/** A value for a file of JSON, which knows neither NaN nor infinity. */
export const metric = (value: number | null | undefined) => (Number.isFinite(value) ? value! : null);

/** What is recorded of an epoch; `layers` are those of its end. */
export function epochMetricsOf(event: EpochEvent, layers: readonly Layer[], elapsedMs: number): EpochMetrics {
  const { epoch, step, validation, learningRate, statistics } = event;
  const confusion = validation?.statistics?.confusion;
  return {
    epoch,
    step,
    loss: metric(event.loss),
    accuracy: metric(event.accuracy),
    valLoss: metric(validation?.loss),
    valAccuracy: metric(validation?.accuracy),
    learningRate,
    elapsedMs: Math.round(elapsedMs),
    ...(statistics && { layers: layers.map((layer, l) => statisticsOf(event, layer, l)) }),
    ...(confusion && { valConfusion: confusion }),
  };
}

function statisticsOf({ statistics, validation }: EpochEvent, layer: Layer, l: number): LayerStatistics {
  const { weightNorm, gradientNorm, updateRatio, gradientHistogram } = statistics![l]!;
  const values = validation?.statistics?.activations[l];
  const canDie = !!layer.activation && activations[layer.activation].canDie;
  return {
    weightNorm: metric(weightNorm),
    gradientNorm: metric(gradientNorm),
    updateRatio: metric(updateRatio),
    deadFraction: canDie ? metric(values?.zeroFraction) : null,
    activationMean: metric(values?.mean),
    activationDeviation: metric(values?.deviation),
    saturatedFraction: metric(values?.saturatedFraction),
    weightHistogram: histogram(layer.weights, layer.biases.length),
    ...(gradientHistogram !== undefined && { gradientHistogram }),
    ...(values?.histogram !== undefined && { activationHistogram: values.histogram }),
  };
}
