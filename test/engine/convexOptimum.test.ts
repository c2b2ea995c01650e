import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { norm } from '../../src/engine/array';
import type { Evaluation } from '../../src/engine/evaluate';
import type { Examples } from '../../src/engine/examples';
import { type Kernel, plainTypeScript } from '../../src/engine/kernel';
import type { LossName } from '../../src/engine/losses';
import { initNetwork } from '../../src/engine/network';
import { Random } from '../../src/engine/random';
import { emptySlots, initProgress } from '../../src/engine/trainingState';
import { outputsOf, plainOptions } from './support';
import { fastKernels } from './wasm/support';

/** The features of an example, z-scored with the population's deviation over all rows, and its classes; of some only where they are given. */
function readExample(name: string, only?: readonly string[]) {
  const text = readFileSync(new URL(`../../examples/${name}/${name}.csv`, import.meta.url), 'utf8');
  const cells = text
    .trim()
    .split('\n')
    .slice(1)
    .map(row => row.split(','))
    .filter(row => only?.includes(row.at(-1)!) ?? true);
  const classes = [...new Set(cells.map(row => row.at(-1)!))].sort();
  const nInputs = cells[0]!.length - 1;
  const inputs = new Float64Array(cells.length * nInputs);
  for (let c = 0; c < nInputs; c++) {
    const values = cells.map(row => Number(row[c]));
    const mean = values.reduce((sum, value) => sum + value, 0) / cells.length;
    const std = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / cells.length) || 1;
    for (const [n, value] of values.entries()) inputs[n * nInputs + c] = (value - mean) / std;
  }
  const targets = Int32Array.from(cells, row => classes.indexOf(row.at(-1)!));
  return { nInputs, nClasses: classes.length, examples: { inputs, targets } };
}

interface Way {
  readonly loss?: LossName;
  readonly classWeights?: readonly number[] | null;
  /** The reference computes in float64, all others in float32. */
  readonly kernel?: Kernel;
}

/** A layer on whole-data steps until it no longer moves; the objective is convex, so the end is unique. */
function trainToOptimum(
  { nInputs, nClasses, examples: { inputs, targets } }: ReturnType<typeof readExample>,
  nSteps: number,
  { loss = 'cross_entropy', classWeights = null, kernel = plainTypeScript }: Way = {},
) {
  const precision = kernel === plainTypeScript ? Float64Array : Float32Array;
  const examples: Examples = { inputs: new precision(inputs), targets };
  const nSamples = targets.length;
  const { nOutputs } = outputsOf(loss, nClasses);
  const architecture = { nInputs, hiddenSizes: [], activations: [], nOutputs, weightInit: 'auto' } as const;
  const network = initNetwork(architecture, Random.seeded(1), precision);
  const state = { ...network, slots: emptySlots(network, 'momentum'), progress: initProgress(1) };
  const totalWeight = targets.reduce((sum, label) => sum + (classWeights?.[label] ?? 1), 0);
  const trainer = kernel.createTrainer(state, examples, nSamples, {
    ...plainOptions,
    ...{ loss, classWeights },
    optimizer: 'momentum',
    momentum: 0.98,
    // Sum of w NLL + ½ ‖W‖² is the mean of NLL + ½ λ ‖W‖² with λ = 1 / Σ w.
    weightDecay: 1 / totalWeight,
  });
  const rows = Uint32Array.from({ length: nSamples }, (_, i) => i);
  for (let n = 0; n < nSteps; n++) trainer.step(rows, 0.5, false);
  return { ...trainer.network().layers[0]!, evaluation: trainer.evaluate(examples) };
}

const worstRows = ({ sampleLosses }: Evaluation) =>
  [...sampleLosses.keys()].sort((a, b) => sampleLosses[b]! - sampleLosses[a]!).slice(0, 5);

const binary: {
  readonly classes: readonly string[];
  readonly cases: readonly {
    readonly name: string;
    readonly classWeights: readonly number[];
    readonly weights: readonly number[];
    readonly bias: number;
    readonly loss: number;
    readonly accuracy: number;
    readonly worstRows: readonly number[];
  }[];
} = JSON.parse(
  readFileSync(new URL('../fixtures/scikitLearn/logisticRegression.json', import.meta.url), 'utf8'),
);

/*
 * Reference: scikit-learn 1.2.1, LogisticRegression(C=1, solver='lbfgs', tol=1e-12) on the same columns.
 */
describe('logistic regression at its optimum, against scikit-learn', () => {
  it('iris', () => {
    const { weights, evaluation } = trainToOptimum(readExample('iris'), 2000);
    expect(evaluation.loss).toBeCloseTo(0.129542, 6);
    expect(evaluation.accuracy).toBeCloseTo(0.973333, 6);
    expect(norm(weights)).toBeCloseTo(4.88824, 5);
    const rows = worstRows(evaluation);
    expect(rows).toEqual([133, 83, 70, 77, 106]);
    const losses = [0.8819, 0.8272, 0.8202, 0.7812, 0.6399];
    for (const [i, row] of rows.entries()) expect(evaluation.sampleLosses[row]).toBeCloseTo(losses[i]!, 4);
  });

  it.each(fastKernels)('digits, by $name', kernel => {
    const { weights, evaluation } = trainToOptimum(readExample('digits'), 2400, { kernel });
    expect(evaluation.loss).toBeCloseTo(0.029064, 6);
    expect(evaluation.accuracy).toBeCloseTo(0.998887, 6);
    expect(norm(weights)).toBeCloseTo(11.06816, 4);
    const rows = worstRows(evaluation);
    expect(rows).toEqual([1658, 1553, 5, 1256, 129]);
    const losses = [1.8529, 1.2642, 0.7854, 0.6094, 0.5724];
    for (const [i, row] of rows.entries()) expect(evaluation.sampleLosses[row]).toBeCloseTo(losses[i]!, 4);
  });

  it.each(binary.cases)('two classes of iris on one output, $name', expected => {
    const iris = readExample('iris', binary.classes);
    const { classWeights } = expected;
    const way = { loss: 'binary_cross_entropy', classWeights } as const;
    const { weights, biases, evaluation } = trainToOptimum(iris, 4000, way);
    for (const [i, weight] of expected.weights.entries()) expect(weights[i]).toBeCloseTo(weight, 8);
    expect(biases[0]).toBeCloseTo(expected.bias, 8);
    expect(evaluation.loss).toBeCloseTo(expected.loss, 9);
    expect(evaluation.accuracy).toBe(expected.accuracy);
    expect(worstRows(evaluation)).toEqual(expected.worstRows);
  });
});
