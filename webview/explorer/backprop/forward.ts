import type { Backprop, LayerPass } from '../../../src/protocol';
import { formatTerm, formatValue } from '../../format';
import { t } from '../../l10n';
import { formulaOf } from './activations';
import { inLayer, inputSymbol, layerTitle, sumSymbol, unitRows } from './names';
import { factor } from './numbers';
import { outcomeSteps } from './outcome';
import type { Step } from './tables';
import { sumOf } from './terms';

/** From the row of the data to the loss. */
export function forwardSteps(backprop: Backprop): Step[] {
  const { numbers, choices, layers } = backprop;
  return [
    ...(numbers.length > 0 ? [numberStep(backprop)] : []),
    ...(choices.length > 0 ? [choiceStep(backprop)] : []),
    ...layers.flatMap((layer, l) => [
      sumStep(backprop, l),
      ...(layer.normalization ? [normalizationStep(backprop, l)] : []),
      ...(layer.activation ? [activationStep(backprop, l)] : []),
    ]),
    ...outcomeSteps(backprop),
  ];
}

function numberStep({ numbers, layers }: Backprop): Step {
  const { x } = layers[0]!;
  const isScaled = numbers.some(({ shift, scale }) => shift !== 0 || scale !== 1);
  return {
    ...{ key: 'x', phase: 'forward', title: t('Input') },
    formula: isScaled ? `x = (${t('value')} − ${t('shift')}) / ${t('scale')}` : `x = ${t('value')}`,
    notes: [
      numbers.some(({ value }) => value === null) &&
        t('A value that is missing in the data is filled in, as in training.'),
    ],
    table: {
      corner: t('feature'),
      head: [{ name: t('value') }, 'x'],
      rows: unitRows(
        numbers.map(({ name }) => name),
        i => [formatValue(numbers[i]!.value ?? numbers[i]!.fill), x[i]!],
      ),
    },
    detail: i => {
      const { value, fill, shift, scale } = numbers[i]!;
      return {
        line: `x = (${formatValue(value ?? fill)} − ${factor(shift)}) / ${factor(scale)} = ${formatTerm(x[i])}`,
      };
    },
  };
}

/** Rows that are looked up, and not multiplied by zeros and ones. */
function choiceStep({ choices, layers }: Backprop): Step {
  const isEmbedded = choices.some(({ vector }) => vector !== null);
  const { inputNames, backward } = layers[0]!;
  const starts = choices.map((_, c) =>
    choices.slice(0, c).reduce((sum, { vector }) => sum + (vector?.length ?? 0), backward?.firstInput ?? 0),
  );
  return {
    ...{ key: 'choice', phase: 'forward', title: isEmbedded ? t('Embedding') : t('Chosen rows') },
    formula: isEmbedded ? 'x = E_{row}' : 'x W = W_{row}',
    notes: [
      t(
        'A one-hot vector times a matrix is one row of the matrix, so the row is looked up and nothing is multiplied.',
      ),
      choices.some(({ choice }) => choice === null) &&
        t('What the training part does not have chooses no row.'),
    ],
    table: {
      corner: t('feature'),
      head: [{ name: t('chosen row') }],
      rows: unitRows(
        choices.map(({ name }) => name),
        c => [choices[c]!.choice ?? t('none')],
      ),
    },
    ...(isEmbedded && {
      detail: c => {
        const { vector } = choices[c]!;
        if (!vector) return { line: 'x W = W_{row}' };
        const rows = unitRows(
          [...vector].map((_, i) => inputNames[starts[c]! + i]!),
          i => [vector[i]!],
        );
        return { table: { corner: t('input'), head: ['x'], rows } };
      },
    }),
  };
}

function sumStep(backprop: Backprop, l: number): Step {
  const { unitNames, forward, sums, biases, x, inputNames, nChosen } = backprop.layers[l]!;
  const [z, input] = [inLayer('z', l), inputSymbol(l)];
  return {
    ...{ key: `z${l}`, phase: 'forward', title: t('{0}: weighted sums', layerTitle(backprop, l)) },
    formula: `${z} = ${inLayer('W', l)} · ${input} + ${inLayer('b', l)}`,
    table: { corner: t('unit'), head: [z], rows: unitRows(unitNames, unit => [sums[unit]!]) },
    detail: unit => ({
      line: `z_{${unit + 1}} = w_1x_1 + w_2x_2 + … + b`,
      table: {
        corner: t('input'),
        head: ['w', input, `w · ${input}`],
        ...sumOf(forward, unit, i => ({
          name: inputNames[i]!,
          // Of a chosen row there is nothing to multiply with.
          factor: i < x.length - nChosen ? x[i]! : '',
        })),
        last: [
          { id: -1, name: 'b', cells: ['', '', biases[unit]!] },
          { id: -2, name: '= z', cells: ['', '', sums[unit]!] },
        ],
      },
    }),
  };
}

function normalizationStep(backprop: Backprop, l: number): Step {
  const { unitNames, sums, z } = backprop.layers[l]!;
  const { name, means, deviations, normalized, gain, shift } = backprop.layers[l]!.normalization!;
  return {
    ...{ key: `norm${l}`, phase: 'forward', title: `${layerTitle(backprop, l)}: ${name}` },
    formula: `n = (z − μ) / σ,  ${inLayer('ẑ', l)} = γ · n + β`,
    notes: [
      name === 'layer_norm'
        ? t('μ and σ are the mean and the deviation of this sample over the units of the layer.')
        : t(
            'μ and σ are the running figures of training: a batch of one sample has no deviation of its own.',
          ),
    ],
    table: {
      corner: t('unit'),
      head: [inLayer('z', l), 'n', inLayer('ẑ', l)],
      rows: unitRows(unitNames, i => [sums[i]!, normalized[i]!, z[i]!]),
    },
    detail: i => ({
      line:
        `n = (${factor(sums[i]!)} − ${factor(means[i]!)}) / ${factor(deviations[i]!)} = ${formatTerm(normalized[i])},  ` +
        `ẑ = ${factor(gain[i]!)} · ${factor(normalized[i]!)} + ${factor(shift[i]!)} = ${formatTerm(z[i])}`,
    }),
  };
}

function activationStep(backprop: Backprop, l: number): Step {
  const layer: LayerPass = backprop.layers[l]!;
  const { unitNames, z, a, activation, dropout } = layer;
  const { value } = formulaOf(activation!);
  const [from, to] = [sumSymbol(layer, l), inLayer('a', l)];
  return {
    ...{ key: `a${l}`, phase: 'forward', title: `${layerTitle(backprop, l)}: ${activation}` },
    formula: `${to} = f(${from}) = ${value(from.slice(0, 1))}`,
    notes: [dropout > 0 && t('Dropout is off in this pass: every unit takes part.')],
    table: { corner: t('unit'), head: [from, to], rows: unitRows(unitNames, i => [z[i]!, a[i]!]) },
    detail: i => ({ line: `a_{${i + 1}} = ${value(factor(z[i]!))} = ${formatTerm(a[i])}` }),
  };
}
