import type { Backprop, ClassOutcome, NumberOutcome } from '../../../src/protocol';
import { formatTerm, formatValue } from '../../format';
import { t } from '../../l10n';
import { gradient, inLayer, unitRows } from './names';
import { factor } from './numbers';
import type { Step } from './tables';

/** What the outputs mean, and the loss. */
export function outcomeSteps(backprop: Backprop): Step[] {
  const { outcome } = backprop;
  return outcome.kind === 'linear'
    ? [predictionStep(backprop, outcome), valueLossStep(outcome)]
    : [probabilityStep(backprop, outcome), classLossStep(outcome)];
}

/** d(loss)/d(outputs), where the way back begins. */
export function outputGradientStep(backprop: Backprop): Step {
  const { outcome, layers } = backprop;
  const l = layers.length - 1;
  const { dz, unitNames } = layers[l]!;
  const head = gradient(inLayer('z', l));
  const common = {
    ...{ key: `dz${l}`, phase: 'backward' as const, title: t('Output layer: gradient of the sums') },
  };
  if (outcome.kind === 'linear') {
    const { predicted, target, lossName } = outcome;
    const derivative = valueLosses[lossName]?.derivative;
    return {
      ...common,
      formula: `${head} = ${derivative?.('ŷ', 'y') ?? 'L′'}`,
      result: derivative && `${derivative(factor(predicted), factor(target))} = ${formatTerm(dz[0])}`,
      table: {
        corner: t('output'),
        head: ['ŷ', 'y', head],
        rows: unitRows(unitNames, () => [predicted, target, dz[0]!]),
      },
    };
  }
  const { probabilities: p, targets, kind, trueClass } = outcome;
  // One output speaks for the second of two classes.
  const first = kind === 'sigmoid' ? 1 : 0;
  const total = targets.reduce((sum, target) => sum + target, 0);
  const isWhole = !outcome.isWeighted;
  return {
    ...common,
    formula: `${head} = ${isWhole ? 'p − y' : 'p · Σ_j y_j − y'}`,
    first: Math.max(0, trueClass - first),
    table: {
      corner: t('class'),
      head: ['p', 'y', head],
      rows: unitRows(unitNames, i => [p[i + first]!, targets[i + first]!, dz[i]!]),
    },
    detail: i => {
      const scaled = isWhole ? '' : ` · ${factor(total)}`;
      const [probability, target] = [factor(p[i + first]!), factor(targets[i + first]!)];
      return { line: `${probability}${scaled} − ${target} = ${formatTerm(dz[i])}` };
    },
  };
}

function probabilityStep({ layers }: Backprop, outcome: ClassOutcome): Step {
  const { kind, classNames, probabilities: p, trueClass } = outcome;
  const { z } = layers.at(-1)!;
  const head = inLayer('z', layers.length - 1);
  const common = { key: 'p', phase: 'forward' as const, first: trueClass };
  if (kind === 'sigmoid') {
    return {
      ...common,
      title: t('Sigmoid: probabilities'),
      formula: 'p = 1 / (1 + e^{−z})',
      result: `p = 1 / (1 + e^{−${factor(z[0]!)}}) = ${formatTerm(p[1])}`,
      table: {
        corner: t('class'),
        head: [head, 'p'],
        rows: unitRows(classNames, c => [c === 1 ? z[0]! : '', p[c]!]),
      },
      detail: c => ({ line: c === 1 ? `p = ${formatTerm(p[1])}` : `1 − p = ${formatTerm(p[0])}` }),
    };
  }
  const powers = Array.from(z, each => `e^{${formatTerm(each)}}`);
  const sum = powers.length > 4 ? [...powers.slice(0, 3), '…'] : powers;
  return {
    ...common,
    title: t('Softmax: probabilities'),
    formula: 'p_i = e^{z_i} / Σ_j e^{z_j}',
    table: { corner: t('class'), head: [head, 'p'], rows: unitRows(classNames, c => [z[c]!, p[c]!]) },
    detail: c => ({ line: `p_{${c + 1}} = ${powers[c]} / (${sum.join(' + ')}) = ${formatTerm(p[c])}` }),
  };
}

function classLossStep(outcome: ClassOutcome): Step {
  const {
    classNames,
    probabilities: p,
    targets,
    trueClass,
    loss,
    plainLoss,
    labelSmoothing,
    isWeighted,
  } = outcome;
  const isPlain = labelSmoothing === 0;
  return {
    ...{ key: 'loss', phase: 'forward', title: t('Loss'), first: trueClass },
    formula: isPlain ? 'L = −ln p_y' : 'L = −Σ_i y_i · ln p_i',
    result: isPlain ? `L = −ln ${formatTerm(p[trueClass])} = ${formatTerm(loss)}` : `L = ${formatTerm(loss)}`,
    notes: [
      t('The true class is {0}.', classNames[trueClass]!),
      labelSmoothing > 0 &&
        t(
          'label_smoothing {0} spreads a part of y over all classes, in training only: the curves show −ln p = {1}.',
          formatTerm(labelSmoothing),
          formatTerm(plainLoss),
        ),
      isWeighted &&
        t(
          'class_weights count samples of a batch against one another; the mean of one sample divides by its own weight.',
        ),
    ],
    table: { corner: t('class'), head: ['p', 'y'], rows: unitRows(classNames, c => [p[c]!, targets[c]!]) },
    ...(!isPlain && {
      detail: c => ({
        line: `−y_{${c + 1}} · ln p_{${c + 1}} = −${factor(targets[c]!)} · ln ${formatTerm(p[c])}`,
      }),
    }),
  };
}

type OfDifference = (predicted: string, target: string) => string;
const valueLosses: Readonly<
  Record<string, { readonly value: OfDifference; readonly derivative: OfDifference }>
> = {
  mse: { value: (p, y) => `(${p} − ${y})^{2}`, derivative: (p, y) => `2 · (${p} − ${y})` },
  mae: { value: (p, y) => `|${p} − ${y}|`, derivative: (p, y) => `sign(${p} − ${y})` },
  huber: { value: (p, y) => `huber(${p} − ${y})`, derivative: (p, y) => `max(−1, min(1, ${p} − ${y}))` },
};

function predictionStep(
  { layers }: Backprop,
  { name, predicted, target, shift, scale }: NumberOutcome,
): Step {
  const z = inLayer('z', layers.length - 1);
  const original = (value: number) => formatValue(value * scale + shift);
  return {
    ...{ key: 'p', phase: 'forward', title: t('Prediction') },
    formula: `ŷ = ${z},  ${t('value')} = ŷ · ${t('scale')} + ${t('shift')}`,
    result: `${factor(predicted)} · ${factor(scale)} + ${factor(shift)} = ${original(predicted)}`,
    table: {
      corner: name,
      head: [{ name: t('scaled') }, { name: t('value') }],
      rows: [
        { id: 0, name: t('predicted'), cells: [predicted, original(predicted)] },
        { id: 1, name: t('true'), cells: [target, original(target)] },
      ],
    },
  };
}

function valueLossStep({ lossName, predicted, target, loss }: NumberOutcome): Step {
  const value = valueLosses[lossName]?.value;
  return {
    ...{ key: 'loss', phase: 'forward', title: t('Loss') },
    formula: `L = ${value?.('ŷ', 'y') ?? lossName}`,
    result: `L = ${value?.(factor(predicted), factor(target)) ?? lossName} = ${formatTerm(loss)}`,
    notes: [lossName === 'huber' && t('huber(d) is ½ d² where |d| ≤ 1, and |d| − ½ beyond.')],
    table: {
      corner: t('output'),
      head: ['ŷ', 'y', 'L'],
      rows: [{ id: 0, name: lossName, cells: [predicted, target, loss] }],
    },
  };
}
