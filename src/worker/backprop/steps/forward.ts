import type { BackpropStep, StepDetail } from '../../../protocol/backprop';
import type { Pass } from '../pass';
import { formulaOf } from './activations';
import { inLayer, input, inputSymbol, layerTitle, sumSymbol, unit, words } from './names';
import { outcomeSteps } from './outcome';

/** From the row of the data to the loss. */
export function forwardSteps(pass: Pass): BackpropStep[] {
  const { numbers, choices, layers } = pass;
  return [
    ...(numbers.length > 0 ? [numberStep(pass)] : []),
    ...(choices.length > 0 ? [choiceStep(pass)] : []),
    ...layers.flatMap((layer, l) => [
      sumStep(pass, l),
      ...(layer.normalization ? [normalizationStep(pass, l)] : []),
      ...(layer.activation ? [activationStep(pass, l)] : []),
    ]),
    ...outcomeSteps(pass),
  ];
}

function numberStep({ numbers, layers }: Pass): BackpropStep {
  const x = layers[0]!.x.subarray(0, numbers.length);
  const values = numbers.map(({ value, fill }) => value ?? fill ?? Number.NaN);
  const shifts = Float32Array.from(numbers, ({ shift }) => shift);
  const scales = Float32Array.from(numbers, ({ scale }) => scale);
  return {
    ...{ key: 'x', phase: 'forward', title: words('Input') },
    formula: words('x = (value − shift) / scale'),
    notes: numbers.some(({ value }) => value === null)
      ? [words('A value that is missing in the data is filled in, as in training.')]
      : [],
    table: {
      corner: words('feature'),
      head: [words('value'), 'x'],
      names: numbers.map(({ name }) => name),
      columns: [values.map(value => String(Number(value.toPrecision(6))).replace('-', '−')), x],
    },
    line: { formula: 'x = ({0} − {1}) / {2} = {3}', columns: [Float32Array.from(values), shifts, scales, x] },
  };
}

/** Rows that are looked up, and not multiplied by zeros and ones. */
function choiceStep({ choices }: Pass): BackpropStep {
  const isEmbedded = choices.some(({ vector }) => vector !== null);
  return {
    ...{ key: 'choice', phase: 'forward', title: isEmbedded ? words('Embedding') : words('Chosen rows') },
    formula: isEmbedded ? 'x = E_{row}' : 'x W = W_{row}',
    notes: [
      words(
        'A one-hot vector times a matrix is one row of the matrix, so the row is looked up and nothing is multiplied.',
      ),
      ...(choices.some(({ choice }) => choice === null)
        ? [words('What the training part does not have chooses no row.')]
        : []),
    ],
    table: {
      corner: words('feature'),
      head: [words('chosen row')],
      names: choices.map(({ name }) => name),
      columns: [choices.map(({ choice }) => choice ?? words('none'))],
    },
    ...(isEmbedded && { detail: vectors(choices) }),
  };
}

/** The vector of each embedded choice; vectors of different widths are filled up with nothing. */
function vectors(choices: Pass['choices']): StepDetail {
  const width = Math.max(...choices.map(({ vector }) => vector?.length ?? 0));
  const values = new Float32Array(choices.length * width).fill(Number.NaN);
  for (const [c, { vector }] of choices.entries()) values.set(vector ?? [], c * width);
  return {
    ...{ corner: words('number'), head: ['x'] },
    names: Array.from({ length: width }, (_, i) => String(i)),
    ...{ nTerms: width, nShown: width, of: Int32Array.from({ length: width }, (_, i) => i) },
    columns: [{ by: 'both', values }],
  };
}

function sumStep(pass: Pass, l: number): BackpropStep {
  const { unitNames, forward, sums, biases, x, inputNames, nChosen } = pass.layers[l]!;
  const [z, from] = [inLayer('z', l), inputSymbol(l)];
  return {
    ...{ key: `z${l}`, phase: 'forward', title: words('{0}: weighted sums', layerTitle(pass, l)) },
    formula: `${z} = ${inLayer('W', l)} · ${from} + ${inLayer('b', l)}`,
    table: { corner: unit, head: [z], names: unitNames, columns: [sums] },
    line: { formula: 'z_{#} = w_1x_1 + w_2x_2 + … + b', columns: [] },
    detail: {
      ...{ corner: input, head: ['w', from, `w · ${from}`], names: inputNames },
      ...{ nTerms: forward.nTerms, nShown: forward.nShown, of: forward.of, rest: forward.rest },
      columns: [
        { by: 'both', values: forward.weights },
        { by: 'term', values: x, isFactor: true },
        { by: 'both', values: forward.products },
      ],
      firstChosen: x.length - nChosen,
      last: [
        { name: 'b', columns: [null, null, biases] },
        { name: '= z', columns: [null, null, sums] },
      ],
    },
  };
}

function normalizationStep(pass: Pass, l: number): BackpropStep {
  const { unitNames, sums, z } = pass.layers[l]!;
  const { name, means, deviations, normalized, gain, shift } = pass.layers[l]!.normalization!;
  return {
    ...{ key: `norm${l}`, phase: 'forward', title: words('{0}: {1}', layerTitle(pass, l), name) },
    formula: `n = (z − μ) / σ,  ${inLayer('ẑ', l)} = γ · n + β`,
    notes: [
      name === 'layer_norm'
        ? words('μ and σ are the mean and the deviation of this sample over the units of the layer.')
        : words('μ and σ are the running figures of training: a batch of one sample has no deviation.'),
    ],
    table: {
      corner: unit,
      head: [inLayer('z', l), 'n', inLayer('ẑ', l)],
      names: unitNames,
      columns: [sums, normalized, z],
    },
    line: {
      formula: 'n = ({0} − {1}) / {2} = {3},  ẑ = {4} · {3} + {5} = {6}',
      columns: [sums, means, deviations, normalized, gain, shift, z],
    },
  };
}

function activationStep(pass: Pass, l: number): BackpropStep {
  const layer = pass.layers[l]!;
  const { unitNames, z, a, activation, dropout } = layer;
  const { value } = formulaOf(activation!);
  const [from, to] = [sumSymbol(layer, l), inLayer('a', l)];
  return {
    ...{ key: `a${l}`, phase: 'forward', title: words('{0}: {1}', layerTitle(pass, l), activation!) },
    formula: `${to} = f(${from}) = ${value(from.slice(0, 1))}`,
    notes: dropout > 0 ? [words('Dropout is off in this pass: every unit takes part.')] : [],
    table: { corner: unit, head: [from, to], names: unitNames, columns: [z, a] },
    line: { formula: `a_{#} = ${value('{0}')} = {1}`, columns: [z, a] },
  };
}
