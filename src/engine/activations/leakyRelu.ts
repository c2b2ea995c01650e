import type { Activation } from '../activations';

/** Slope left of 0; PyTorch's default. */
const slope = 0.01;

/** z right of 0, 0.01 z left of it, so that no unit stops learning. */
export const leakyRelu: Activation = {
  value: z => (z > 0 ? z : slope * z),
  derivative: z => (z > 0 ? 1 : slope),
  weightInit: 'he_normal',
  canDie: false,
  flatBeyond: null,
};
