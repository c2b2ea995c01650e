import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { norm } from '../../src/engine/array';
import { type Evaluation, evaluate } from '../../src/engine/evaluate';
import { initNetwork } from '../../src/engine/network';
import { Random } from '../../src/engine/random';
import { createStep } from '../../src/engine/step';
import { emptySlots, initProgress, type TrainingState } from '../../src/engine/trainingState';
import { plainOptions } from './support';

/** The features of an example, z-scored with the population's deviation over all rows, and its classes. */
function readExample(name: string) {
  const text = readFileSync(new URL(`../../examples/${name}/${name}.csv`, import.meta.url), 'utf8');
  const rows = text.trim().split('\n').slice(1);
  const cells = rows.map(row => row.split(','));
  const classes = [...new Set(cells.map(row => row.at(-1)!))].sort();
  const nInputs = cells[0]!.length - 1;
  const inputs = new Float64Array(rows.length * nInputs);
  for (let c = 0; c < nInputs; c++) {
    const values = cells.map(row => Number(row[c]));
    const mean = values.reduce((sum, value) => sum + value, 0) / rows.length;
    const std = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rows.length) || 1;
    for (const [n, value] of values.entries()) inputs[n * nInputs + c] = (value - mean) / std;
  }
  const targets = Int32Array.from(cells, row => classes.indexOf(row.at(-1)!));
  return { nInputs, nClasses: classes.length, examples: { inputs, targets } };
}

/** Softmax regression on whole-data steps until it no longer moves; the objective is convex, so the end is unique. */
function trainToOptimum(name: string, learningRate: number, nSteps: number) {
  const { nInputs, nClasses, examples } = readExample(name);
  const nSamples = examples.targets.length;
  const architecture = {
    nInputs,
    hiddenSizes: [],
    activations: [],
    nOutputs: nClasses,
    weightInit: 'auto',
  } as const;
  const network = initNetwork(architecture, Random.seeded(1), Float64Array);
  const state: TrainingState = {
    ...network,
    slots: emptySlots(network, 'momentum'),
    progress: initProgress(1),
  };
  const step = createStep(state, examples, nSamples, {
    ...plainOptions,
    optimizer: 'momentum',
    momentum: 0.98,
    // Sum of NLL + ½ ‖W‖² is the mean of NLL + ½ λ ‖W‖² with λ = 1 / N.
    weightDecay: 1 / nSamples,
  });
  const rows = Uint32Array.from({ length: nSamples }, (_, i) => i);
  for (let n = 0; n < nSteps; n++) step(rows, learningRate, false);
  return { weights: network.layers[0]!.weights, evaluation: evaluate(network, 'cross_entropy', examples) };
}

const worstRows = ({ sampleLosses }: Evaluation) =>
  [...sampleLosses.keys()].sort((a, b) => sampleLosses[b]! - sampleLosses[a]!).slice(0, 5);

/*
 * Reference: scikit-learn 1.2.1, LogisticRegression(C=1, solver='lbfgs', tol=1e-12) on the same columns.
 */
describe('logistic regression at its optimum, against scikit-learn', () => {
  it('iris', () => {
    const { weights, evaluation } = trainToOptimum('iris', 0.5, 2000);
    expect(evaluation.loss).toBeCloseTo(0.129542, 6);
    expect(evaluation.accuracy).toBeCloseTo(0.973333, 6);
    expect(norm(weights)).toBeCloseTo(4.88824, 5);
    const rows = worstRows(evaluation);
    expect(rows).toEqual([133, 83, 70, 77, 106]);
    const losses = [0.8819, 0.8272, 0.8202, 0.7812, 0.6399];
    for (const [i, row] of rows.entries()) expect(evaluation.sampleLosses[row]).toBeCloseTo(losses[i]!, 4);
  });

  it('digits', () => {
    const { weights, evaluation } = trainToOptimum('digits', 0.5, 2400);
    expect(evaluation.loss).toBeCloseTo(0.029064, 6);
    expect(evaluation.accuracy).toBeCloseTo(0.998887, 6);
    expect(norm(weights)).toBeCloseTo(11.06816, 4);
    const rows = worstRows(evaluation);
    expect(rows).toEqual([1658, 1553, 5, 1256, 129]);
    const losses = [1.8529, 1.2642, 0.7854, 0.6094, 0.5724];
    for (const [i, row] of rows.entries()) expect(evaluation.sampleLosses[row]).toBeCloseTo(losses[i]!, 4);
  }, 60_000);
});
