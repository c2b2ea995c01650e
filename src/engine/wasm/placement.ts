import type { FloatArray } from '../array';
import type { Network } from '../network';
import { parametersOf } from '../parameters';
import { floats } from './arena';
import { inputsOf } from './inputPlan';
import type { DenseNetwork, NetworkPlan } from './network';
import { inPanels, inRows, type Stored } from './storage';

/** Views of arrays in a module's memory, one a parameter of the kernels, or like one. */
export interface LiveArrays {
  readonly tables: readonly Float32Array[];
  readonly layers: readonly { readonly weights: Float32Array; readonly biases: Float32Array }[];
}

/**
 * Where the arrays of a state lie: parameters, or what the optimizer keeps for each. Normalizations are left out; they
 * stay where the state has them.
 * @param saved one a parameter, in the order of `parametersOf`
 */
export function placed(
  { input, layers }: NetworkPlan,
  network: Network,
  saved: readonly FloatArray[],
  live: LiveArrays,
): Stored[] {
  const byName = new Map(parametersOf(network).map(({ name }, p) => [name, saved[p]!]));
  const tables = network.embeddings.map((_, e) => {
    const { width, nColumns } = input.tables[e]!;
    return inRows(byName.get(`embeddings.${e}.weights`)!, live.tables[e]!, width, nColumns);
  });
  return [
    ...tables,
    ...layers.flatMap(({ shape, sparse }, l) => {
      const weights = byName.get(`layers.${l}.weights`)!;
      const biases = byName.get(`layers.${l}.biases`)!;
      const { nOutputs, nColumns } = shape;
      const inputs = l === 0 ? inputsOf(input) : Uint32Array.from({ length: shape.nInputs }, (_, i) => i);
      const nDense = inputs.length * nOutputs;
      const categories = l === 0 && network.categories ? live.tables.at(-1) : undefined;
      const dense = weights.subarray(0, nDense);
      const { weights: liveWeights } = live.layers[l]!;
      return [
        sparse
          ? inRows(dense, liveWeights, nOutputs, sparse.rowLength)
          : inPanels(dense, liveWeights, shape, inputs),
        ...(categories ? [inRows(weights.subarray(nDense), categories, nOutputs, nColumns)] : []),
        inRows(biases, live.layers[l]!.biases, nOutputs, nColumns),
      ];
    }),
  ];
}

/** The parameters of a network. */
export const placedParameters = ({ plan, memory, arrays }: DenseNetwork, network: Network): Stored[] =>
  placed(
    plan,
    network,
    parametersOf(network).map(({ values }) => values),
    {
      tables: plan.input.tables.map(({ rows }) => floats(memory, rows)),
      layers: arrays,
    },
  );

export function packNetwork(dense: DenseNetwork, network: Network) {
  for (const stored of placedParameters(dense, network)) stored.pack();
}
