import { norm } from '../array';
import { EvenSample } from '../histogram';
import type { GradientStatistics } from '../statistics';
import type { Gradients } from './gradients';
import { inputsOf } from './inputPlan';
import type { LayerPlan, PlacedNetwork } from './network';
import { columnPlaces } from './panels';

/** Looks at the gradients of the weights of each layer, where they are stored. */
export function watchGradients({ layers, plan }: PlacedNetwork, flow: Gradients) {
  const stored = flow.beside(0).map(({ weights }) => weights);
  const rows = layers.map((layer, l) => rowsOf(layer, l === 0 ? inputsOf(plan.input) : null));

  const histogramOf = (l: number) => {
    const gradients = stored[l]!;
    const { inputs, begins, steps } = rows[l]!;
    const table = l === 0 ? flow.categories : undefined;
    const sample = new EvenSample(gradients, inputs.length + (table?.nRows ?? 0), begins.length);
    for (const input of inputs) sample.addScattered(gradients, input, begins, steps);
    table?.sampleGradients(sample);
    return sample.histogram();
  };

  return (withHistograms: boolean): GradientStatistics[] =>
    stored.map((gradients, l) => ({
      gradientNorm: Math.hypot(norm(gradients), l === 0 ? (flow.categories?.gradientNorm ?? 0) : 0),
      ...(withHistograms && { gradientHistogram: histogramOf(l) }),
    }));
}

/**
 * Where the weights of a layer lie, those of categories left out.
 * @param inputs that its saved rows belong to; null for all
 */
function rowsOf({ shape, sparse }: LayerPlan, inputs: Uint32Array | null) {
  const { nInputs, nOutputs } = shape;
  const places = sparse
    ? {
        begins: Uint32Array.from({ length: nOutputs }, (_, o) => o),
        steps: new Uint32Array(nOutputs).fill(sparse.rowLength),
      }
    : columnPlaces(shape);
  return { ...places, inputs: inputs ?? Uint32Array.from({ length: nInputs }, (_, i) => i) };
}
