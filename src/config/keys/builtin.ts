import { z } from 'zod';
import { type Key, namesOf } from './key';
import { sources } from './sources';

const values = {
  iris: '150 flowers of 3 species, 4 measurements each: small, clean and nearly separable.',
  digits: '1,797 handwritten digits, 8 × 8 pixels, 10 classes: large enough to overfit, quick to train.',
};

export const builtin = {
  type: z.enum(namesOf(values)),
  defaultRule: 'none; name one of path, builtin and generator',
  meaning: 'A data set that ships with Descent and needs no file.',
  whyDefault: 'Your own data comes first.',
  values,
  usual: 'For a first run, or to tell a fault in the data from a fault in the model.',
  suggested: [
    { value: 'iris', why: 'trains in a moment, and a linear model already does well' },
    { value: 'digits', why: 'pictures, and mistakes that are worth a look' },
  ],
  related: ['path', 'generator'],
  impact: 'high',
  source: sources.toyDatasets,
} satisfies Key;
