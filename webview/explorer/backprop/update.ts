import type { Backprop, UpdateRule } from '../../../src/protocol';
import { formatRate, formatTerm } from '../../format';
import { t } from '../../l10n';
import { unsent } from './backward';
import { gradient, inLayer, layerTitle, unitRows } from './names';
import type { Cell, NumberTable, Step } from './tables';

/** One step down the gradient, for every parameter. */
export function updateSteps(backprop: Backprop): Step[] {
  const { layers, embeddings } = backprop;
  const [first, ...others] = [
    ...(embeddings.length > 0 ? [embeddingStep(backprop)] : []),
    ...layers.flatMap((layer, l) => [
      layerStep(backprop, l),
      ...(layer.normalization ? [normalizationStep(backprop, l)] : []),
    ]),
  ];
  // They hold for all updates.
  return [{ ...first!, notes: [...rulesOf(backprop), ...(first!.notes ?? [])] }, ...others];
}

/** What each optimizer does with g, the gradient of one parameter w. */
const rules: Readonly<Record<string, string>> = {
  sgd: 'w ← w − η · g',
  momentum: 'v ← μ · v + g,  w ← w − η · v',
  nesterov: 'v ← μ · v + g,  w ← w − η · (g + μ · v)',
  rmsprop: 'v ← β_2 · v + (1 − β_2) · g^2,  w ← w − η · g / (√v + ε)',
  adagrad: 's ← s + g^2,  w ← w − η · g / (√s + ε)',
  adam: 'w ← w − η · m / (√v + ε)',
};

function ruleFormula({ optimizer, isPlain, learningRate }: UpdateRule, symbol: string): string {
  const rule = isPlain
    ? `${symbol} ← ${symbol} − η · ${gradient(symbol)}`
    : rules[optimizer.replace('adamw', 'adam')];
  return [rule, `η = ${formatRate(learningRate)}`].filter(Boolean).join(',  ');
}

/** What this run does beside −η ∂L/∂w, in words. */
function rulesOf({ update }: Backprop): (string | false)[] {
  const { optimizer, isPlain, weightDecay, decouplesWeightDecay, clipFactor, gradientNorm } = update;
  const decay = formatRate(weightDecay);
  return [
    t('η is the learning rate of the last step before these weights, and the batch is this one sample.'),
    !isPlain &&
      t(
        'η · ∂L/∂w is how plain gradient descent would step; the new value is what {0} makes of it.',
        optimizer,
      ),
    optimizer !== 'sgd' &&
      t(
        'What {0} remembers of earlier steps is not kept with the weights: this is its first step, from an empty memory.',
        optimizer,
      ),
    optimizer.startsWith('adam') &&
      t('m and v are the running means of g and of its square; in the first step they are g and g².'),
    clipFactor < 1 &&
      t(
        'The norm of all gradients is {0}: gradient_clip_norm multiplies each by {1}.',
        formatTerm(gradientNorm),
        formatTerm(clipFactor),
      ),
    weightDecay > 0 &&
      (decouplesWeightDecay
        ? t('weight_decay {0} shrinks each weight, but no bias, by η · {0} of itself.', decay)
        : t('weight_decay {0} adds {0} · w to the gradient of each weight, but of no bias.', decay)),
  ];
}

/** Old value, gradient, the plain step and the new value. */
const cellsOf = ({ learningRate }: UpdateRule, value: number, d: number, next: number): Cell[] => [
  ...[value, d, learningRate * d, next],
];
const headOf = (symbol: string) => [
  symbol,
  gradient(symbol),
  `η · ${gradient(symbol)}`,
  `${t('new')} ${symbol}`,
];

function layerStep(backprop: Backprop, l: number): Step {
  const { update, layers } = backprop;
  const { unitNames, inputNames, biases, dSums, newBiases, weights, x } = layers[l]!;
  const nUnits = unitNames.length;
  const biasCells = (unit: number) => cellsOf(update, biases[unit]!, dSums[unit]!, newBiases[unit]!);
  const weightTable = (unit: number): NumberTable => ({
    corner: t('input'),
    ...{ head: headOf('w'), foldBy: 1 },
    rows: Array.from(weights.of, (i, k) => {
      const at = k * nUnits + unit;
      const cells = cellsOf(update, weights.values[at]!, weights.d[at]!, weights.next[at]!);
      return { id: i, name: inputNames[i]!, cells };
    }),
    ...unsent(x.length - weights.of.length),
    last: [{ id: -1, name: 'b', cells: biasCells(unit) }],
  });
  return {
    ...{ key: `step${l}`, phase: 'update', title: t('{0}: new weights', layerTitle(backprop, l)) },
    formula: ruleFormula(update, inLayer('W', l)),
    table: { corner: t('bias of'), head: headOf('b'), foldBy: 1, rows: unitRows(unitNames, biasCells) },
    detail: unit => ({ table: weightTable(unit) }),
  };
}

function normalizationStep(backprop: Backprop, l: number): Step {
  const { unitNames, normalization } = backprop.layers[l]!;
  const { name, gain, shift, dGain, dShift, newGain, newShift } = normalization!;
  const { update } = backprop;
  return {
    ...{
      key: `stepNorm${l}`,
      phase: 'update',
      title: t('{0}: new {1}', layerTitle(backprop, l), name),
    },
    formula: ruleFormula(update, 'γ'),
    table: {
      corner: t('unit'),
      head: headOf('γ'),
      rows: unitRows(unitNames, i => cellsOf(update, gain[i]!, dGain[i]!, newGain[i]!)),
    },
    detail: i => ({
      table: {
        corner: t('unit'),
        head: headOf('β'),
        rows: [{ id: 0, name: unitNames[i]!, cells: cellsOf(update, shift[i]!, dShift[i]!, newShift[i]!) }],
      },
    }),
  };
}

function embeddingStep({ embeddings, update }: Backprop): Step {
  return {
    ...{ key: 'stepE', phase: 'update', title: t('Embedding: new vectors') },
    formula: ruleFormula(update, 'E'),
    notes: [t('Only the chosen rows have a gradient, and only they are changed.')],
    table: {
      corner: t('row'),
      head: [{ name: t('table') }],
      rows: unitRows(
        embeddings.map(({ row }) => row),
        i => [embeddings[i]!.name],
      ),
    },
    detail: i => {
      const { values, d, next } = embeddings[i]!;
      const rows = unitRows(
        [...values].map((_, k) => String(k)),
        k => cellsOf(update, values[k]!, d[k]!, next[k]!),
      );
      return { table: { corner: t('number'), head: headOf('w'), rows } };
    },
  };
}
