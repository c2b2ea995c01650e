import { z } from 'zod';
import type { ActivationName } from '../../engine/activations';
import { type Key, namesOf } from './key';
import { sources } from './sources';

const values: Record<ActivationName, string> = {
  relu: 'max(0, z), in [0, ∞). The modern default: cheap, and its gradient does not vanish. A unit that is 0 for every sample no longer learns.',
  leaky_relu: 'z right of 0 and 0.01 z left of it, in (−∞, ∞). As relu, but no unit dies.',
  tanh: 'The hyperbolic tangent, in (−1, 1). Zero-centred and smooth; better than sigmoid in hidden layers.',
  sigmoid:
    '1 / (1 + e^−z), in (0, 1). Of historical interest: gradients of at most 0.25 multiply through the layers and vanish in deep nets.',
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
