import type { Optimizer } from '../optimizers';
import { adam } from './adam';

/**
 * Adam with decoupled weight decay: the weights are multiplied by 1 − η λ before Adam's update, so that the decay
 * is not divided by the size of the gradient. Source: Loshchilov and Hutter 2019, algorithm 2, with PyTorch's η λ.
 */
export const adamw: Optimizer = { ...adam, decouplesWeightDecay: true };
