import type { BackpropStep } from '../../../protocol/backprop';
import type { Pass } from '../pass';
import { formulaOf } from './activations';
import {
  gradient,
  inLayer,
  input,
  inputSymbol,
  layerTitle,
  sumSymbol,
  transposed,
  unit,
  words,
} from './names';
import { outputGradientStep } from './outcome';

/** From the loss to the gradient of every parameter, by the chain rule from the last layer to the first. */
export function backwardSteps(pass: Pass): BackpropStep[] {
  const { layers } = pass;
  const steps = [outputGradientStep(pass)];
  for (let l = layers.length - 1; l >= 0; l--) {
    steps.push(weightStep(pass, l));
    if (layers[l]!.backward) steps.push(inputStep(pass, l));
    if (l === 0) break;
    steps.push(activationStep(pass, l - 1));
    if (layers[l - 1]!.normalization) steps.push(normalizationStep(pass, l - 1));
  }
  return steps;
}

/** Inputs of a layer that have a column of their own in the table of its units. */
const maxColumns = 4;

function weightStep(pass: Pass, l: number): BackpropStep {
  const { unitNames, inputNames, x, dSums, weights, nChosen } = pass.layers[l]!;
  const [from, dz] = [inputSymbol(l), gradient(inLayer('z', l))];
  const nUnits = unitNames.length;
  const isNarrow = x.length <= maxColumns;
  const columns = isNarrow ? [...x.keys()] : [];
  return {
    key: `dW${l}`,
    phase: 'backward',
    title: words('{0}: gradients of weights and biases', layerTitle(pass, l)),
    formula: `${gradient(inLayer('W', l))} = ${dz} · ${transposed(from)},  ${gradient(inLayer('b', l))} = ${dz}`,
    notes: [
      ...(nChosen > 0
        ? [
            words(
              'Of the rows that a sample chooses among, only the chosen ones have a gradient: that of the sums.',
            ),
          ]
        : []),
      ...(isNarrow ? [words('The columns are ∂L/∂w of each input.')] : []),
    ],
    table: {
      corner: unit,
      head: [...columns.map(i => words('{0}', inputNames[i]!)), `${gradient('b')} = ${gradient('z')}`],
      names: unitNames,
      columns: [...columns.map(i => weights.d.subarray(i * nUnits, (i + 1) * nUnits)), dSums],
    },
    line: { formula: `${gradient('w')} = x · ${gradient('z')},  ${gradient('z')} = {0}`, columns: [dSums] },
    detail: {
      ...{ corner: input, head: [from, gradient('z'), gradient('w')], names: inputNames },
      ...{ nTerms: x.length, nShown: weights.of.length, of: weights.of, firstChosen: x.length - nChosen },
      columns: [
        { by: 'term', values: x, isFactor: true },
        { by: 'row', values: dSums },
        { by: 'both', values: byUnit(weights.d, nUnits) },
      ],
      last: [{ name: 'b', columns: [null, dSums, dSums] }],
    },
  };
}

/** (inputs, units) → (units, inputs) */
export function byUnit(values: Float32Array, nUnits: number): Float32Array {
  const nInputs = values.length / nUnits;
  return values.map((_, i) => values[(i % nInputs) * nUnits + Math.floor(i / nInputs)]!);
}

function inputStep(pass: Pass, l: number): BackpropStep {
  const { backward, inputNames, unitNames, dSums } = pass.layers[l]!;
  const { firstInput, sums, nTerms, nShown, of, rest, weights, products } = backward!;
  const [dx, dz] = [gradient(inputSymbol(l)), gradient(inLayer('z', l))];
  return {
    key: `da${l}`,
    phase: 'backward',
    title:
      l === 0
        ? words('Embedding: gradient of the vectors')
        : words('{0}: gradient of the activations', layerTitle(pass, l - 1)),
    formula: `${dx} = ${transposed(inLayer('W', l))} · ${dz}`,
    notes: l === 0 ? [words('A row that is chosen more than once gets the sum of these gradients.')] : [],
    table: {
      corner: l === 0 ? input : unit,
      head: [dx],
      names: inputNames.slice(firstInput, firstInput + sums.length),
      columns: [sums],
    },
    line: { formula: `${dx} = w_1 · ${gradient('z_1')} + w_2 · ${gradient('z_2')} + …`, columns: [] },
    detail: {
      ...{ corner: words('unit above'), head: ['w', dz, `w · ${gradient('z')}`], names: unitNames },
      ...{ nTerms, nShown, of, rest },
      columns: [
        { by: 'both', values: weights },
        { by: 'term', values: dSums },
        { by: 'both', values: products },
      ],
      last: [{ name: '=', columns: [null, null, sums] }],
    },
  };
}

function activationStep(pass: Pass, l: number): BackpropStep {
  const layer = pass.layers[l]!;
  const { unitNames, activation, z, a, da, slopes, dz } = layer;
  const { derivative } = formulaOf(activation!);
  const [from, to] = [gradient(inLayer('a', l)), gradient(sumSymbol(layer, l))];
  return {
    ...{
      key: `dz${l}`,
      phase: 'backward',
      title: words('{0}: back through {1}', layerTitle(pass, l), activation!),
    },
    formula: `${to} = ${from} · f′(z),  f′(z) = ${derivative('z', 'a')}`,
    table: { corner: unit, head: [from, 'f′(z)', to], names: unitNames, columns: [da, slopes, dz] },
    line: { formula: 'f′({0}) = {2},  {3} · {2} = {4}', columns: [z, a, slopes, da, dz] },
  };
}

function normalizationStep(pass: Pass, l: number): BackpropStep {
  const { unitNames, normalization, dz, dSums } = pass.layers[l]!;
  const { name, scaled, deviations, normalized, meanScaled, meanProduct, dGain } = normalization!;
  const [from, to] = [gradient(inLayer('ẑ', l)), gradient(inLayer('z', l))];
  const isLayer = name === 'layer_norm';
  return {
    ...{
      key: `dnorm${l}`,
      phase: 'backward',
      title: words('{0}: back through {1}', layerTitle(pass, l), name),
    },
    formula: `g = γ · ${from},  ${to} = ${isLayer ? '(g − mean(g) − n · mean(g · n)) / σ' : 'g / σ'}`,
    notes: [`${gradient('γ')} = ${gradient('ẑ')} · n,  ${gradient('β')} = ${gradient('ẑ')}`],
    table: {
      corner: unit,
      head: [`${from} = ${gradient('β')}`, gradient('γ'), 'g', to],
      names: unitNames,
      columns: [dz, dGain, scaled, dSums],
    },
    line: {
      formula: isLayer ? '({0} − {1} − {2} · {3}) / {4} = {5}' : '{0} / {4} = {5}',
      columns: [scaled, dz.map(() => meanScaled), normalized, dz.map(() => meanProduct), deviations, dSums],
    },
  };
}
