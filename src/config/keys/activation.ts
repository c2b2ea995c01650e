import { z } from 'zod';
import type { ActivationName } from '../../engine/activations';
import { type Key, namesOf } from './key';
import { sources } from './sources';

const values: Record<ActivationName, string> = {
  relu: 'max(0, z), in [0, ∞). The modern default: cheap, and its gradient does not vanish. A unit that is 0 for every sample no longer learns.',
  leaky_relu: 'z right of 0 and 0.01 z left of it, in (−∞, ∞). As relu, but no unit dies.',
  elu: 'z right of 0 and e^z − 1 left of it, in (−1, ∞). As leaky_relu, but smooth and bounded on the left, so that a layer’s mean stays near 0.',
  gelu: 'z Φ(z) with the normal distribution Φ, in (−0.17, ∞). A smooth relu that lets small negative sums through; usual in transformers, slower to compute.',
  softplus:
    'log(1 + e^z), in (0, ∞). relu without its corner; gradients vanish on the far left, and outputs are never 0.',
  tanh: 'The hyperbolic tangent, in (−1, 1). Zero-centred and smooth; better than sigmoid in hidden layers.',
  sigmoid:
    '1 / (1 + e^−z), in (0, 1). Of historical interest: gradients of at most 0.25 multiply through the layers and vanish in deep nets.',
  linear:
    'z itself, in (−∞, ∞). All layers together are then one linear layer: the model stays a linear one, whatever its depth.',
};
const name = z.enum(namesOf(values));

export const activation = {
  type: z.union([name, z.array(name)]),
  default: 'relu',
  meaning:
    'The function that bends each unit’s weighted sum; without it all layers would collapse into one linear layer. One name for all hidden layers, or a list with one a layer.',
  whyDefault: 'relu trains fast and keeps its gradient through many layers.',
  values,
  usual: 'relu, or tanh for smooth boundaries in small nets.',
  suggested: [
    { value: 'relu', why: 'first choice' },
    { value: 'tanh', why: 'smooth boundaries on few inputs' },
    { value: 'leaky_relu', why: 'when many relu units are dead' },
  ],
  related: ['weight_init', 'hidden_sizes', 'learning_rate'],
  impact: 'medium',
  source: sources.notes1,
} satisfies Key;
