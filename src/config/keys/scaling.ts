import { z } from 'zod';
import type { Scaling } from '../../data/types';
import { type Key, namesOf } from './key';
import { sources } from './sources';

const values: Record<Scaling, string> = {
  standard: '(x − mean) / standard deviation: mean 0, deviation 1.',
  min_max: '(x − minimum) / (maximum − minimum): from 0 to 1; one outlier squeezes all others.',
  unit: 'x / 255: for bytes such as pixels, from 0 to 1.',
  none: 'x as it is: for data that is scaled already.',
};

export const scaling = {
  type: z.enum(namesOf(values)),
  default: 'standard',
  meaning:
    'How numeric columns are brought to a common size. Fitted on the training part only; the other parts get the same mapping.',
  whyDefault: 'Gradient descent takes the same step along every input, so inputs of one size train fastest.',
  values,
  usual: '`standard` for tables, `unit` for pixels.',
  suggested: [
    { value: 'standard', why: 'safe for almost any table' },
    { value: 'unit', why: 'keeps the background of pictures at 0' },
  ],
  related: ['learning_rate', 'missing'],
  impact: 'high',
  source: sources.preprocessing,
} satisfies Key;
