import { describe, expect, it } from 'vitest';
import { losses, plainLoss } from '../../src/engine/losses';
import { backward, createWorkspace, forward } from '../../src/engine/propagate';
import { denseNetwork } from './support';

/*
 * One sample x = (1, 2), one hidden layer of two sigmoid units, two classes, true class 0.
 *
 *   W1 = [[0, 1], [0.5, −0.5]]   b1 = (0, 0)
 *   z1 = (1·0 + 2·0.5, 1·1 − 2·0.5) = (1, 0)
 *   a1 = (σ(1), σ(0)) = (0.7310585786, 0.5)
 *
 *   W2 = [[1, 0], [0, 1]]        b2 = (0, 0.2310585786)
 *   logits = (0.7310585786, 0.7310585786), so p = (½, ½) and the loss is ln 2.
 *
 *   dlogits = p − y = (−½, ½)
 *   dW2 = a1ᵀ dlogits = [[−0.3655292893, 0.3655292893], [−0.25, 0.25]],  db2 = (−½, ½)
 *   da1 = dlogits W2ᵀ = (−½, ½)
 *   dz1 = da1 ⊙ σ′(z1) = (−½ · 0.1966119332, ½ · 0.25) = (−0.0983059666, 0.125)
 *   dW1 = xᵀ dz1 = [[−0.0983059666, 0.125], [−0.1966119332, 0.25]],  db1 = dz1
 */
describe('an example worked by hand', () => {
  const network = denseNetwork([
    { weights: Float64Array.of(0, 1, 0.5, -0.5), biases: Float64Array.of(0, 0), activation: 'sigmoid' },
    { weights: Float64Array.of(1, 0, 0, 1), biases: Float64Array.of(0, 0.2310585786), activation: null },
  ]);
  const batch = { inputs: Float64Array.of(1, 2), selected: new Int32Array() };
  const workspace = createWorkspace(network, 1);
  const outputs = forward(network, workspace, batch, 1, null);
  const loss = losses.cross_entropy.compute(
    {
      outputs,
      targets: Int32Array.of(0),
      sampleLosses: new Float64Array(1),
      dOutputs: workspace.layers[1]!.dz,
    },
    1,
    2,
    plainLoss,
  );
  backward(network, workspace, batch, 1);
  const expectArray = (actual: Iterable<number> | undefined, expected: number[]) => {
    for (const [i, value] of [...(actual ?? [])].entries()) expect(value).toBeCloseTo(expected[i]!, 9);
  };

  it('has the loss ln 2', () => expect(loss).toBeCloseTo(Math.LN2, 9));
  it('has the gradients of the last layer', () => {
    expectArray(workspace.layers[1]?.d.weights, [-0.3655292893, 0.3655292893, -0.25, 0.25]);
    expectArray(workspace.layers[1]?.d.biases, [-0.5, 0.5]);
  });
  it('has the gradients of the first layer', () => {
    expectArray(workspace.layers[0]?.d.weights, [-0.0983059666, 0.125, -0.1966119332, 0.25]);
    expectArray(workspace.layers[0]?.d.biases, [-0.0983059666, 0.125]);
  });
});
