import { z } from 'zod';
import type { Key } from './key';
import { sources } from './sources';

export const earlyStoppingPatience = {
  type: z.int().min(0),
  default: 0,
  meaning: 'Stops when the loss has not improved for so many epochs. 0 never stops early.',
  whyDefault: 'The best epoch is kept in any case, and the whole curve is worth seeing once.',
  raised: 'Waits through plateaus; slower criteria generalise about 4 % better for about 4 times the time.',
  lowered: 'Saves time, but may take a short plateau for the end.',
  usual: '5 to 10',
  suggested: [
    { value: 0, why: 'to see the whole curve' },
    { value: 10, why: 'with many epochs' },
  ],
  related: ['epochs', 'early_stopping_min_delta', 'validation_fraction'],
  impact: 'medium',
  source: sources.prechelt,
} satisfies Key;
