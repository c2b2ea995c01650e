import type { BackpropStep, StepDetail, Text } from '../../../protocol/backprop';
import type { Pass, UpdateRule } from '../pass';
import { byUnit } from './backward';
import { gradient, inLayer, input, layerTitle, unit, words } from './names';

/** One step down the gradient, for every parameter. */
export function updateSteps(pass: Pass): BackpropStep[] {
  const { layers, embeddings } = pass;
  const [first, ...others] = [
    ...(embeddings.length > 0 ? [embeddingStep(pass)] : []),
    ...layers.flatMap((layer, l) => [
      layerStep(pass, l),
      ...(layer.normalization ? [normalizationStep(pass, l)] : []),
    ]),
  ];
  // They hold for all updates.
  return [{ ...first!, notes: [...rulesOf(pass), ...(first!.notes ?? [])] }, ...others];
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
  const plain = `${symbol} ← ${symbol} − η · ${gradient(symbol)}`;
  const rule = isPlain ? plain : rules[optimizer.replace('adamw', 'adam')];
  return [...(rule ? [rule] : []), `η = ${short(learningRate)}`].join(',  ');
}

/** As a person writes a rate. */
const short = (value: number) => String(Number(value.toPrecision(4)));

/** What this run does beside −η ∂L/∂w, in words. */
function rulesOf({ update }: Pass): Text[] {
  const { optimizer, isPlain, weightDecay, decouplesWeightDecay, clipFactor, gradientNorm } = update;
  const said: Text[] = [
    words('η is the learning rate of the last step before these weights, and the batch is this one sample.'),
  ];
  if (!isPlain)
    said.push(
      words(
        'η · ∂L/∂w is how plain gradient descent would step; the new value is what {0} makes of it.',
        optimizer,
      ),
    );
  if (optimizer !== 'sgd')
    said.push(
      words(
        'What {0} remembers of earlier steps is not kept with the weights: this is its first step, from an empty memory.',
        optimizer,
      ),
    );
  if (optimizer.startsWith('adam'))
    said.push(
      words('m and v are the running means of g and of its square; in the first step they are g and g².'),
    );
  if (clipFactor < 1)
    said.push(
      words(
        'The norm of all gradients is {0}: gradient_clip_norm multiplies each by {1}.',
        ...[gradientNorm, clipFactor],
      ),
    );
  if (weightDecay > 0)
    said.push(
      decouplesWeightDecay
        ? words(
            'weight_decay {0} shrinks each weight, but no bias, by η · {0} of itself.',
            short(weightDecay),
          )
        : words(
            'weight_decay {0} adds {0} · w to the gradient of each weight, but of no bias.',
            short(weightDecay),
          ),
    );
  return said;
}

interface Updated {
  readonly values: Float32Array;
  readonly d: Float32Array;
  readonly next: Float32Array;
}

/** Old value, gradient, the plain step and the new value. */
const columnsOf = ({ learningRate }: UpdateRule, { values, d, next }: Updated) => [
  ...[values, d, d.map(each => learningRate * each), next],
];
const headOf = (symbol: string) => [symbol, gradient(symbol), `η · ${gradient(symbol)}`, `${symbol}_{new}`];

function layerStep(pass: Pass, l: number): BackpropStep {
  const { update, layers } = pass;
  const { unitNames, inputNames, biases, dSums, newBiases, weights, x } = layers[l]!;
  const turned = (values: Float32Array) => byUnit(values, unitNames.length);
  const biasColumns = columnsOf(update, { values: biases, d: dSums, next: newBiases });
  const weightColumns = columnsOf(update, weights).map(turned);
  return {
    ...{ key: `step${l}`, phase: 'update', title: words('{0}: new weights', layerTitle(pass, l)) },
    formula: ruleFormula(update, inLayer('W', l)),
    table: { corner: words('bias of'), head: headOf('b'), foldBy: 1, names: unitNames, columns: biasColumns },
    detail: {
      ...{ corner: input, head: headOf('w'), foldBy: 1, names: inputNames },
      ...{ nTerms: x.length, nShown: weights.of.length, of: weights.of },
      columns: weightColumns.map(values => ({ by: 'both', values })),
      last: [{ name: 'b', columns: biasColumns }],
    },
  };
}

function normalizationStep(pass: Pass, l: number): BackpropStep {
  const { unitNames, normalization } = pass.layers[l]!;
  const { name, gain, shift, dGain, dShift, newGain, newShift } = normalization!;
  const { update } = pass;
  return {
    ...{ key: `stepNorm${l}`, phase: 'update', title: words('{0}: new {1}', layerTitle(pass, l), name) },
    formula: ruleFormula(update, 'γ'),
    table: {
      ...{ corner: unit, head: headOf('γ'), foldBy: 1, names: unitNames },
      columns: columnsOf(update, { values: gain, d: dGain, next: newGain }),
    },
    detail: matrix(
      { corner: unit, head: headOf('β'), names: ['β'] },
      columnsOf(update, { values: shift, d: dShift, next: newShift }),
    ),
  };
}

function embeddingStep({ embeddings, update }: Pass): BackpropStep {
  const width = Math.max(...embeddings.map(({ values }) => values.length));
  const joined = (part: keyof Updated) => {
    const all = new Float32Array(embeddings.length * width).fill(Number.NaN);
    for (const [i, embedding] of embeddings.entries()) all.set(embedding[part], i * width);
    return all;
  };
  const names = Array.from({ length: width }, (_, i) => String(i));
  return {
    ...{ key: 'stepE', phase: 'update', title: words('Embedding: new vectors') },
    formula: ruleFormula(update, 'E'),
    notes: [words('Only the chosen rows have a gradient, and only they are changed.')],
    table: {
      ...{ corner: words('row'), head: [words('table')], names: embeddings.map(({ row }) => row) },
      columns: [embeddings.map(({ name }) => name)],
    },
    detail: matrix(
      { corner: words('number'), head: headOf('w'), names },
      columnsOf(update, { values: joined('values'), d: joined('d'), next: joined('next') }),
    ),
  };
}

/** All terms of all rows: (rows, terms) each. */
function matrix(
  head: Pick<StepDetail, 'corner' | 'head' | 'names'>,
  columns: readonly Float32Array[],
): StepDetail {
  const n = head.names.length;
  return {
    ...head,
    ...{ foldBy: 1, nTerms: n, nShown: n, of: Int32Array.from(head.names.keys()) },
    columns: columns.map(values => ({ by: 'both', values })),
  };
}
