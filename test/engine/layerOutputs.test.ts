import { expect, it } from 'vitest';
import { layerOutputs } from '../../src/engine/layerOutputs';
import { initNetwork } from '../../src/engine/network';
import { createWorkspace, forward } from '../../src/engine/propagate';
import { Random } from '../../src/engine/random';

const network = initNetwork(
  { nInputs: 2, hiddenSizes: [5, 3], activations: ['tanh', 'relu'], nOutputs: 3, weightInit: 'auto' },
  Random.seeded(1),
);

it('gives what each layer gives to one sample at a time, over more samples than one pass takes', () => {
  const nSamples = 600;
  const random = Random.seeded(2);
  const inputs = new Float32Array(2 * nSamples).map(() => random.normal());
  const [first, last] = layerOutputs(network, inputs, nSamples, [0, 2]);
  expect([first!.length, last!.length]).toEqual([5 * nSamples, 3 * nSamples]);
  const workspace = createWorkspace(network, 1);
  for (const n of [0, 255, 256, 599]) {
    const batch = { inputs: inputs.subarray(2 * n, 2 * n + 2), selected: new Int32Array() };
    const logits = forward(network, workspace, batch, 1, null);
    expect(last!.subarray(3 * n, 3 * n + 3)).toEqual(logits);
    expect(first!.subarray(5 * n, 5 * n + 5)).toEqual(workspace.layers[0]!.a);
  }
});
