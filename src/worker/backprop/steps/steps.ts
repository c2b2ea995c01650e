import type { BackpropStep } from '../../../protocol/backprop';
import type { Pass } from '../pass';
import { backwardSteps } from './backward';
import { forwardSteps } from './forward';
import { updateSteps } from './update';

/** The whole way of a sample: forward, backward, update. */
export const stepsOf = (pass: Pass): BackpropStep[] => [
  ...forwardSteps(pass),
  ...backwardSteps(pass),
  ...updateSteps(pass),
];
