/** Weights and units in words. */
import type { LayerWeights } from '../../../src/protocol';
import type { WeightPlace } from '../../focus';
import { formatSigned } from '../../format';
import { t } from '../../l10n';
import type { Unit } from './layout';

export const weightAt = (layers: readonly LayerWeights[], { layer, input, output }: WeightPlace): number => {
  const { weights, biases } = layers[layer]!;
  return (input === null ? biases[output] : weights[input * biases.length + output]) ?? Number.NaN;
};

/** 'weight petal_width → unit 3 of hidden 1', 'bias of unit 3 of hidden 1' */
export function placeName(layers: readonly LayerWeights[], { layer, input, output }: WeightPlace): string {
  const unit = unitName(layers, { column: layer + 1, unit: output });
  return input === null
    ? t('bias of {0}', unit)
    : t('weight {0} → {1}', layers[layer]!.inputNames[input]!, unit);
}

/** 'unit 3 of hidden 1', 'input petal_width', 'output setosa' */
export function unitName(layers: readonly LayerWeights[], { column, unit }: Unit): string {
  if (column === 0) return t('input {0}', layers[0]!.inputNames[unit]!);
  const { name, outputNames } = layers[column - 1]!;
  if (column === layers.length) return t('output {0}', outputNames[unit]!);
  return t('{0} of {1}', outputNames[unit]!, name);
}

export const placeText = (layers: readonly LayerWeights[], place: WeightPlace): string =>
  `${placeName(layers, place)}: ${formatSigned(weightAt(layers, place))}`;

/** What a unit is: 'unit 3 of hidden 1, tanh of 2 weighted inputs, bias −0.12' */
export function unitText(layers: readonly LayerWeights[], unit: Unit): string {
  const name = unitName(layers, unit);
  if (unit.column === 0) return name;
  const { activation, inputNames, biases } = layers[unit.column - 1]!;
  const bias = formatSigned(biases[unit.unit]);
  return t('{0}: {1} of {2} weighted inputs, bias {3}', name, activation, inputNames.length, bias);
}
