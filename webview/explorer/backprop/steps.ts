import type { Backprop } from '../../../src/protocol';
import { backwardSteps } from './backward';
import { forwardSteps } from './forward';
import type { Step } from './tables';
import { updateSteps } from './update';

/** The whole way of a sample: forward, backward, update. */
export const stepsOf = (backprop: Backprop): Step[] => [
  ...forwardSteps(backprop),
  ...backwardSteps(backprop),
  ...updateSteps(backprop),
];
