import { z } from 'zod';
import type { Key } from './key';
import { sources } from './sources';

export const warmupEpochs = {
  type: z.number().min(0),
  default: 0,
  meaning:
    'Epochs over which the learning rate rises along a line from almost 0 to `learning_rate`, before its schedule begins; may be a fraction, such as 0.5.',
  whyDefault: 'Small nets with well drawn first weights start safely at the full rate.',
  raised: 'A safer start for a high `learning_rate`; epochs are spent on small steps.',
  lowered: 'The full rate sooner; 0 has it from the first step.',
  usual: '0, or up to a tenth of `epochs`',
  suggested: [{ value: 1, why: 'when the loss jumps up in the first steps' }],
  related: ['learning_rate', 'learning_rate_schedule', 'epochs'],
  impact: 'low',
  source: sources.tuningPlaybook,
} satisfies Key;
