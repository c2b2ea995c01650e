import { z } from 'zod';
import type { OptimizerName } from '../../engine/optimizers';
import { type Key, namesOf } from './key';
import { sources } from './sources';

const values: Record<OptimizerName, string> = {
  sgd: 'w ← w − rate · gradient. The plain rule: easy to understand, sensitive to `learning_rate` and scaling.',
  momentum: 'v ← momentum · v + gradient; w ← w − rate · v. Rolls through flat stretches and damps zigzags.',
  nesterov:
    'v ← momentum · v + gradient; w ← w − rate · (gradient + momentum · v). As momentum, but it brakes earlier before the other side of a valley.',
  rmsprop:
    'Divides the gradient by its running size √v, v ← beta_2 · v + (1 − beta_2) · gradient²: adam without momentum.',
  adagrad:
    'Divides the gradient by the root of the sum of its squares so far. For rare inputs; its steps only become smaller, until it stands still.',
  adam: 'Divides a running mean of the gradient by its running size, so that each weight has a step of its own. Needs the least tuning.',
  adamw:
    'adam with `weight_decay` that shrinks all weights alike, instead of a penalty that is divided by the size of the gradient. Without `weight_decay` it is adam.',
};

export const optimizer = {
  type: z.enum(namesOf(values)),
  default: 'sgd' as const,
  meaning: 'The rule that turns gradients into updates.',
  whyDefault:
    'The plain rule shows what gradient descent does, and is enough for small nets on scaled inputs.',
  values,
  usual: 'adam when it must simply work; momentum or nesterov for the best result after tuning.',
  suggested: [
    { value: 'sgd', why: 'to learn how training behaves' },
    { value: 'adam', why: 'when sgd is slow or touchy' },
    { value: 'adamw', why: 'with `weight_decay`, for example 0.01' },
  ],
  related: ['learning_rate', 'momentum', 'beta_1', 'beta_2', 'epsilon', 'weight_decay'],
  impact: 'high',
  source: sources.tuningPlaybook,
} satisfies Key;
