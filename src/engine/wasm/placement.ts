import type { FloatArray } from '../array';
import type { Network } from '../network';
import { parametersOf } from '../parameters';
import { floats } from './arena';
import { inputsOf } from './inputPlan';
import type { Learned } from './learned';
import type { NetworkPlan, PlacedNetwork } from './network';
import { inPanels, inRows, type Stored } from './storage';

/** Views of arrays in a module's memory, one a parameter of the kernels, or like one. */
export interface LiveArrays {
  readonly tables: readonly Float32Array[];
  readonly layers: readonly Learned<Float32Array>[];
}

/**
 * Where the arrays of a state lie: parameters, or what the optimizer keeps for each.
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
        ...(['biases', 'gain', 'shift'] as const).flatMap(name => {
          const values = live.layers[l]![name];
          return values ? [inRows(byName.get(`layers.${l}.${name}`)!, values, nOutputs, nColumns)] : [];
        }),
      ];
    }),
  ];
}

/** The parameters of a network, and the running figures of its normalizations. */
export const placedParameters = (dense: PlacedNetwork, network: Network): Stored[] => {
  const { plan, memory, arrays } = dense;
  const live = { tables: plan.input.tables.map(({ rows }) => floats(memory, rows)), layers: arrays };
  const saved = parametersOf(network).map(({ values }) => values);
  return [...placed(plan, network, saved, live), ...placedFigures(dense, network)];
};

const placedFigures = ({ layers, memory }: PlacedNetwork, network: Network): Stored[] =>
  layers.flatMap(({ normalization, shape: { nOutputs, nColumns } }, l) => {
    const saved = network.layers[l]!.normalization?.running;
    return (['mean', 'variance'] as const).flatMap(name => {
      const region = normalization?.running?.[name];
      return saved && region ? [inRows(saved[name], floats(memory, region), nOutputs, nColumns)] : [];
    });
  });

export function packNetwork(dense: PlacedNetwork, network: Network) {
  for (const stored of placedParameters(dense, network)) stored.pack();
}
