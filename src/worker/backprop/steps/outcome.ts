import type { BackpropStep } from '../../../protocol/backprop';
import type { ClassOutcome, NumberOutcome, Pass } from '../pass';
import { gradient, inLayer, words } from './names';

/** What the outputs mean, and the loss. */
export function outcomeSteps(pass: Pass): BackpropStep[] {
  const { outcome, layers } = pass;
  if (outcome.kind === 'linear') return [predictionStep(pass, outcome), valueLossStep(outcome)];
  const { z } = layers.at(-1)!;
  const head = inLayer('z', layers.length - 1);
  return [
    outcome.kind === 'sigmoid' ? sigmoidStep(head, z[0]!, outcome) : softmaxStep(head, z, outcome),
    classLossStep(outcome),
  ];
}

/** d(loss)/d(outputs), where the way back begins. */
export function outputGradientStep({ outcome, layers }: Pass): BackpropStep {
  const l = layers.length - 1;
  const { dz, unitNames } = layers[l]!;
  const head = gradient(inLayer('z', l));
  const common = {
    ...{ key: `dz${l}`, phase: 'backward' as const, title: words('Output layer: gradient of the sums') },
  };
  if (outcome.kind === 'linear') {
    const { predicted, target, lossName } = outcome;
    const { derivative } = valueLossOf(lossName);
    return {
      ...common,
      formula: `${head} = ${derivative('ŷ', 'y')}`,
      result: { formula: `${derivative('{0}', '{1}')} = {2}`, values: [predicted, target, dz[0]!] },
      table: {
        corner: words('output'),
        head: ['ŷ', 'y', head],
        names: unitNames,
        columns: [Float32Array.of(predicted), Float32Array.of(target), dz],
      },
    };
  }
  // One output speaks for the second of two classes.
  const first = outcome.kind === 'sigmoid' ? 1 : 0;
  const p = outcome.probabilities.subarray(first);
  const y = outcome.targets.subarray(first);
  const total = outcome.targets.reduce((sum, target) => sum + target, 0);
  return {
    ...common,
    formula: `${head} = ${outcome.isWeighted ? 'p · Σ_j y_j − y' : 'p − y'}`,
    first: Math.max(0, outcome.trueClass - first),
    table: { corner: words('class'), head: ['p', 'y', head], names: unitNames, columns: [p, y, dz] },
    line: {
      formula: outcome.isWeighted ? '{0} · {3} − {1} = {2}' : '{0} − {1} = {2}',
      columns: [p, y, dz, p.map(() => total)],
    },
  };
}

function sigmoidStep(
  head: string,
  z: number,
  { classNames, probabilities: p, trueClass }: ClassOutcome,
): BackpropStep {
  return {
    ...{ key: 'p', phase: 'forward', title: words('Sigmoid: probabilities'), first: trueClass },
    formula: 'p = 1 / (1 + e^{−z})',
    result: { formula: 'p = 1 / (1 + e^{−{0}}) = {1},  1 − p = {2}', values: [z, p[1]!, p[0]!] },
    table: {
      corner: words('class'),
      head: [head, 'p'],
      names: classNames,
      columns: [Float32Array.of(-z, z), p],
    },
  };
}

/** Powers that are written out in the denominator. */
const maxPowers = 4;

function softmaxStep(
  head: string,
  z: Float32Array,
  { classNames, probabilities: p, trueClass }: ClassOutcome,
): BackpropStep {
  const all = Array.from(z, (_, c) => `e^{{${c + 2}}}`);
  const sum = all.length > maxPowers ? [...all.slice(0, maxPowers - 1), '…'] : all;
  return {
    ...{ key: 'p', phase: 'forward', title: words('Softmax: probabilities'), first: trueClass },
    formula: 'p_i = e^{z_i} / Σ_j e^{z_j}',
    table: { corner: words('class'), head: [head, 'p'], names: classNames, columns: [z, p] },
    line: {
      formula: `p_{#} = e^{{0}} / (${sum.join(' + ')}) = {1}`,
      columns: [z, p, ...Array.from(z.subarray(0, maxPowers), value => z.map(() => value))],
    },
  };
}

function classLossStep(outcome: ClassOutcome): BackpropStep {
  const { classNames, probabilities: p, targets, trueClass, loss, plainLoss, labelSmoothing } = outcome;
  const isPlain = labelSmoothing === 0;
  return {
    ...{ key: 'loss', phase: 'forward', title: words('Loss'), first: trueClass },
    formula: isPlain ? 'L = −ln p_y' : 'L = −Σ_i y_i · ln p_i',
    result: isPlain
      ? { formula: 'L = −ln {0} = {1}', values: [p[trueClass]!, loss] }
      : { formula: 'L = {0}', values: [loss] },
    notes: [
      words('The true class is {0}.', classNames[trueClass]!),
      ...(isPlain
        ? []
        : [
            words(
              'label_smoothing {0} spreads a part of y over all classes, in training only: the curves show −ln p = {1}.',
              String(labelSmoothing),
              plainLoss,
            ),
          ]),
      ...(outcome.isWeighted
        ? [
            words(
              'class_weights count the samples of a batch against one another; the mean of one sample divides by its own weight.',
            ),
          ]
        : []),
    ],
    table: { corner: words('class'), head: ['p', 'y'], names: classNames, columns: [p, targets] },
    ...(!isPlain && { line: { formula: '−y_{#} · ln p_{#} = −{0} · ln {1}', columns: [targets, p] } }),
  };
}

interface ValueLoss {
  readonly value: (predicted: string, target: string) => string;
  readonly derivative: (predicted: string, target: string) => string;
}
const valueLosses: Readonly<Record<string, ValueLoss>> = {
  mse: { value: (p, y) => `(${p} − ${y})^2`, derivative: (p, y) => `2 · (${p} − ${y})` },
  mae: { value: (p, y) => `|${p} − ${y}|`, derivative: (p, y) => `sign(${p} − ${y})` },
  huber: { value: (p, y) => `huber(${p} − ${y})`, derivative: (p, y) => `max(−1, min(1, ${p} − ${y}))` },
};
/** A loss that is newer than this list is shown by its name. */
const valueLossOf = (name: string): ValueLoss =>
  valueLosses[name] ?? {
    value: (p, y) => `${name}(${p}, ${y})`,
    derivative: (p, y) => `${name}′(${p}, ${y})`,
  };

function predictionStep(
  { layers }: Pass,
  { name, predicted, target, shift, scale }: NumberOutcome,
): BackpropStep {
  const both = Float32Array.of(predicted, target);
  return {
    ...{ key: 'p', phase: 'forward', title: words('Prediction of {0}', name) },
    formula: words('ŷ = {0},  value = ŷ · scale + shift', inLayer('z', layers.length - 1)),
    table: {
      corner: words('output'),
      head: [words('scaled'), words('value')],
      names: [words('predicted'), words('true')],
      columns: [both, both.map(value => value * scale + shift)],
    },
    line: {
      formula: '{0} · {1} + {2} = {3}',
      columns: [both, both.map(() => scale), both.map(() => shift), both.map(value => value * scale + shift)],
    },
  };
}

function valueLossStep({ lossName, predicted, target, loss }: NumberOutcome): BackpropStep {
  const { value } = valueLossOf(lossName);
  return {
    ...{ key: 'loss', phase: 'forward', title: words('Loss') },
    formula: `L = ${value('ŷ', 'y')}`,
    result: { formula: `L = ${value('{0}', '{1}')} = {2}`, values: [predicted, target, loss] },
    notes: lossName === 'huber' ? [words('huber(d) is ½ d² where |d| ≤ 1, and |d| − ½ beyond.')] : [],
    table: {
      corner: words('loss'),
      head: ['ŷ', 'y', 'L'],
      names: [lossName],
      columns: [Float32Array.of(predicted), Float32Array.of(target), Float32Array.of(loss)],
    },
  };
}
