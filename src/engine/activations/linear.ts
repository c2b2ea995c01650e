import type { Activation } from '../activations';

/** z as it is: layers of it collapse into one, which is worth seeing once. */
export const linear: Activation = {
  value: z => z,
  derivative: () => 1,
  weightInit: 'glorot_uniform',
  canDie: false,
  flatBeyond: null,
};
