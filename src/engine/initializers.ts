import type { Random } from './random';

/** Draws one weight of a layer with `fanIn` inputs and `fanOut` outputs. */
export type Initializer = (random: Random, fanIn: number, fanOut: number) => number;

const uniform = (random: Random, limit: number) => (2 * random.uniform() - 1) * limit;

/**
 * Every weight initialisation by the name that the configuration uses; biases always start at 0.
 * Sources: He et al. 2015, equation 10 (variance 2 / fan-in); Glorot and Bengio 2010, equation 12
 * (variance 2 / (fan-in + fan-out)). A uniform draw in ±limit has variance limit² / 3.
 */
export const initializers = {
  he_normal: (random, fanIn) => random.normal() * Math.sqrt(2 / fanIn),
  he_uniform: (random, fanIn) => uniform(random, Math.sqrt(6 / fanIn)),
  glorot_normal: (random, fanIn, fanOut) => random.normal() * Math.sqrt(2 / (fanIn + fanOut)),
  glorot_uniform: (random, fanIn, fanOut) => uniform(random, Math.sqrt(6 / (fanIn + fanOut))),
} satisfies Record<string, Initializer>;
export type InitializerName = keyof typeof initializers;
