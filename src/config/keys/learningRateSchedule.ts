import { z } from 'zod';
import type { ScheduleName } from '../../engine/schedules';
import { type Key, namesOf } from './key';
import { sources } from './sources';

const values: Record<ScheduleName, string> = {
  constant: '`learning_rate` in every step.',
  step: 'Times `learning_rate_decay` after every `learning_rate_decay_epochs`, at once.',
  exponential: 'As step, but a little in every step.',
  cosine: 'Down to 0 at the end of the run along half a cosine wave: slow, fast, slow.',
  linear: 'Down to 0 at the end of the run along a line.',
  one_cycle:
    'Up from a 25th of `learning_rate` over the first three tenths of the run, then down to almost 0. Bears a `learning_rate` several times higher.',
};

export const learningRateSchedule = {
  type: z.enum(namesOf(values)),
  default: 'constant' as const,
  meaning: 'How the learning rate changes from step to step; `learning_rate` is its highest value.',
  whyDefault: 'One number less to tune; first find the rate that works.',
  values,
  usual: 'constant first; cosine or linear when the loss still swings at the end.',
  suggested: [
    { value: 'constant', why: 'while the other keys are tuned' },
    { value: 'cosine', why: 'for the last bit of a run whose epochs are settled' },
    { value: 'one_cycle', why: 'for few epochs' },
  ],
  related: ['learning_rate', 'warmup_epochs', 'learning_rate_decay', 'learning_rate_decay_epochs', 'epochs'],
  impact: 'medium',
  source: sources.tuningPlaybook,
} satisfies Key;
