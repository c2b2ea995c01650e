import { describe, expect, it } from 'vitest';
import { type OptimizerName, optimizers } from '../../../src/engine/optimizers';
import { Batch } from '../../../src/engine/wasm/batch';
import { clippedUpdate } from '../../../src/engine/wasm/clippedUpdate';
import { fusedOptimizer } from '../../../src/engine/wasm/fusedOptimizers';
import { Gradients } from '../../../src/engine/wasm/gradients';
import { DenseNetwork } from '../../../src/engine/wasm/network';
import { referenceLoss } from '../../../src/engine/wasm/outputLoss';
import { packLayers } from '../../../src/engine/wasm/panels';
import { planTraining } from '../../../src/engine/wasm/trainingPlan';
import { fusedUpdate, referenceUpdate } from '../../../src/engine/wasm/updates';
import { instructionSets } from '../../kernels/support';
import { plain, problemOf } from './support';

const names = Object.keys(optimizers) as OptimizerName[];
const rows = Uint32Array.of(3, 0, 5, 2, 1);

type Way = 'by the kernels' | 'by the reference';

/** The parameters after two steps, in the order in which the kernels keep them. */
function after(way: Way, bytes: Uint8Array<ArrayBuffer>, optimizer: OptimizerName, gradientClipNorm: number) {
  const { state, train, options } = problemOf({
    ...{ ...plain, optimizer, gradientClipNorm, weightDecay: 0.01 },
    ...{ nInputs: 5, hidden: [{ size: 9, activation: 'tanh' }], nOutputs: 3, nSamples: 6, batchSize: 5 },
  });
  const plan = planTraining(state, train, rows.length, options);
  const network = new DenseNetwork(new WebAssembly.Module(bytes), plan.arena.allocate(), plan.layers);
  const batch = new Batch(network.kernels, network.memory, plan.batch, train);
  const flow = new Gradients(network, plan.batch, plan.gradients);
  const loss = referenceLoss(network, flow.dz.at(-1)!, options, batch.targets);
  const shapes = plan.layers.map(({ shape }) => shape);
  packLayers(network.arrays, state.layers, shapes);
  const update =
    way === 'by the reference'
      ? referenceUpdate(network, flow, plan.nSlots, options)
      : (gradientClipNorm > 0 ? clippedUpdate : fusedUpdate)(
          ...([network, flow, plan.settings, fusedOptimizer(options)!, options] as const),
        );
  const statistics = [1, 2].map(step => {
    batch.gather(rows);
    network.forward(plan.batch.inputs.address, plan.batch.stride, rows.length);
    loss.loss(rows.length);
    return update(rows.length, 0.01, step, true)!.map(({ gradientNorm }) => gradientNorm);
  });
  return { statistics, parameters: network.arrays.flatMap(({ weights, biases }) => [...weights, ...biases]) };
}

describe.each(instructionSets)('$name', ({ bytes }) => {
  it.each(names.flatMap(name => [0, 0.05].map(norm => [name, norm] as const)))(
    'an update by %s, gradients up to %d, is the same without its kernel',
    (name, norm) => {
      const [actual, expected] = [
        after('by the kernels', bytes, name, norm),
        after('by the reference', bytes, name, norm),
      ];
      for (const [i, value] of actual.parameters.entries())
        expect(value).toBeCloseTo(expected.parameters[i]!, 5);
      for (const [i, norms] of actual.statistics.entries())
        for (const [l, value] of norms.entries()) expect(value).toBeCloseTo(expected.statistics[i]![l]!, 5);
    },
  );
});
