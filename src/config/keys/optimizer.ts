import { z } from 'zod';
import type { OptimizerName } from '../../engine/optimizers';
import { type Key, namesOf } from './key';
import { sources } from './sources';

const values: Record<OptimizerName, string> = {
  sgd: 'w ← w − rate · gradient. The plain rule: easy to understand, sensitive to `learning_rate` and scaling.',
  momentum: 'v ← momentum · v + gradient; w ← w − rate · v. Rolls through flat stretches and damps zigzags.',
  adam: 'Divides a running mean of the gradient by its running size, so that each weight has a step of its own. Needs the least tuning.',
};

export const optimizer = {
  type: z.enum(namesOf(values)),
  default: 'sgd',
  meaning: 'The rule that turns gradients into updates.',
  whyDefault:
    'The plain rule shows what gradient descent does, and is enough for small nets on scaled inputs.',
  values,
  usual: 'adam when it must simply work; momentum for the best result after tuning.',
  suggested: [
    { value: 'sgd', why: 'to learn how training behaves' },
    { value: 'adam', why: 'when sgd is slow or touchy' },
  ],
  related: ['learning_rate', 'momentum', 'beta_1', 'beta_2', 'epsilon'],
  impact: 'high',
  source: sources.tuningPlaybook,
} satisfies Key;
