import type { Backprop } from '../../../src/protocol';
import { formatTerm } from '../../format';
import { t } from '../../l10n';
import { formulaOf } from './activations';
import { gradient, inLayer, inputSymbol, layerTitle, sumSymbol, transposed, unitRows } from './names';
import { factor } from './numbers';
import { outputGradientStep } from './outcome';
import type { Step } from './tables';
import { sumOf } from './terms';

/** From the loss to the gradient of every parameter, by the chain rule from the last layer to the first. */
export function backwardSteps(backprop: Backprop): Step[] {
  const { layers } = backprop;
  const steps = [outputGradientStep(backprop)];
  for (let l = layers.length - 1; l >= 0; l--) {
    steps.push(weightStep(backprop, l));
    if (layers[l]!.backward) steps.push(inputStep(backprop, l));
    if (l === 0) break;
    steps.push(activationStep(backprop, l - 1));
    if (layers[l - 1]!.normalization) steps.push(normalizationStep(backprop, l - 1));
  }
  return steps;
}

/** Inputs of a layer that have a column of their own in the table of its units. */
const maxColumns = 4;

function weightStep(backprop: Backprop, l: number): Step {
  const { unitNames, inputNames, x, dSums, weights, nChosen } = backprop.layers[l]!;
  const [input, dz] = [inputSymbol(l), gradient(inLayer('z', l))];
  const nUnits = unitNames.length;
  const isNarrow = x.length <= maxColumns;
  const columns = isNarrow ? [...x.keys()] : [];
  const d = (k: number, unit: number) => weights.d[k * nUnits + unit]!;
  return {
    ...{
      key: `dW${l}`,
      phase: 'backward',
      title: t('{0}: gradients of weights and biases', layerTitle(backprop, l)),
    },
    formula: `${gradient(inLayer('W', l))} = ${dz} · ${transposed(input)},  ${gradient(inLayer('b', l))} = ${dz}`,
    notes: [
      nChosen > 0 &&
        t('Of the rows that a sample chooses among, only the chosen ones have a gradient: that of the sums.'),
      isNarrow && t('The columns are ∂L/∂w of each input.'),
    ],
    table: {
      corner: t('unit'),
      head: [...columns.map(i => ({ name: inputNames[i]! })), `${gradient('b')} = ${gradient('z')}`],
      rows: unitRows(unitNames, unit => [...columns.map(i => d(i, unit)), dSums[unit]!]),
    },
    detail: unit => ({
      line: `${gradient('w')} = x · ${gradient('z')},  ${gradient('z')} = ${formatTerm(dSums[unit])}`,
      table: {
        corner: t('input'),
        head: [input, gradient('z'), gradient('w')],
        rows: Array.from(weights.of, (i, k) => ({
          ...{ id: i, name: inputNames[i]! },
          cells: [i < x.length - nChosen ? x[i]! : '', dSums[unit]!, d(k, unit)],
        })),
        ...unsent(x.length - weights.of.length),
        last: [{ id: -1, name: 'b', cells: ['', dSums[unit]!, dSums[unit]!] }],
      },
    }),
  };
}

/** What is not sent of a column that does not add up. */
export const unsent = (count: number) => ({ rest: { count, sum: null } });

function inputStep(backprop: Backprop, l: number): Step {
  const { backward, inputNames, unitNames, dSums } = backprop.layers[l]!;
  const { firstInput, sums } = backward!;
  const [input, dz] = [gradient(inputSymbol(l)), gradient(inLayer('z', l))];
  return {
    ...{ key: `da${l}`, phase: 'backward' },
    title:
      l === 0
        ? t('Embedding: gradient of the vectors')
        : t('{0}: gradient of the activations', layerTitle(backprop, l - 1)),
    formula: `${input} = ${transposed(inLayer('W', l))} · ${dz}`,
    notes: [l === 0 && t('A row that is chosen more than once gets the sum of these gradients.')],
    table: {
      corner: l === 0 ? t('input') : t('unit'),
      head: [input],
      rows: unitRows(
        [...sums].map((_, i) => inputNames[firstInput + i]!),
        i => [sums[i]!],
      ),
    },
    detail: i => ({
      line: `${input} = w_1 · ${gradient('z_1')} + w_2 · ${gradient('z_2')} + …`,
      table: {
        corner: t('unit above'),
        head: ['w', dz, `w · ${gradient('z')}`],
        ...sumOf(backward!, i, unit => ({ name: unitNames[unit]!, factor: dSums[unit]! })),
        last: [{ id: -1, name: '=', cells: ['', '', sums[i]!] }],
      },
    }),
  };
}

function activationStep(backprop: Backprop, l: number): Step {
  const layer = backprop.layers[l]!;
  const { unitNames, activation, z, a, da, slopes, dz } = layer;
  const { derivative } = formulaOf(activation!);
  const [from, to] = [gradient(inLayer('a', l)), gradient(sumSymbol(layer, l))];
  return {
    ...{
      key: `dz${l}`,
      phase: 'backward',
      title: t('{0}: back through {1}', layerTitle(backprop, l), activation!),
    },
    formula: `${to} = ${from} · f′(z),  f′(z) = ${derivative('z', 'a')}`,
    table: {
      corner: t('unit'),
      head: [from, 'f′(z)', to],
      rows: unitRows(unitNames, i => [da[i]!, slopes[i]!, dz[i]!]),
    },
    detail: i => ({
      line:
        `f′(${formatTerm(z[i])}) = ${derivative(factor(z[i]!), factor(a[i]!))} = ${formatTerm(slopes[i])},  ` +
        `${factor(da[i]!)} · ${factor(slopes[i]!)} = ${formatTerm(dz[i])}`,
    }),
  };
}

function normalizationStep(backprop: Backprop, l: number): Step {
  const { unitNames, normalization, dz, dSums } = backprop.layers[l]!;
  const { name, scaled, deviations, normalized, meanScaled, meanProduct, dGain } = normalization!;
  const [from, to] = [gradient(inLayer('ẑ', l)), gradient(inLayer('z', l))];
  const isLayer = name === 'layer_norm';
  return {
    ...{
      key: `dnorm${l}`,
      phase: 'backward',
      title: t('{0}: back through {1}', layerTitle(backprop, l), name),
    },
    formula: `g = γ · ${from},  ${to} = ${isLayer ? '(g − mean(g) − n · mean(g · n)) / σ' : 'g / σ'}`,
    notes: [`${gradient('γ')} = ${gradient('ẑ')} · n,  ${gradient('β')} = ${gradient('ẑ')}`],
    table: {
      corner: t('unit'),
      head: [`${from} = ${gradient('β')}`, gradient('γ'), 'g', to],
      rows: unitRows(unitNames, i => [dz[i]!, dGain[i]!, scaled[i]!, dSums[i]!]),
    },
    detail: i => {
      const means = `− ${factor(meanScaled)} − ${factor(normalized[i]!)} · ${factor(meanProduct)}`;
      const inner = isLayer ? `(${formatTerm(scaled[i])} ${means})` : formatTerm(scaled[i]);
      return { line: `${inner} / ${factor(deviations[i]!)} = ${formatTerm(dSums[i])}` };
    },
  };
}
