import { z } from 'zod';
import { type Key, namesOf } from './key';
import { sources } from './sources';

const values = {
  circle: 'A disc inside a ring: needs a hidden layer, a few units are enough.',
  xor: 'Opposite quadrants share a class: the classic case that no linear model solves.',
  gauss: 'Two round clouds: a linear boundary is enough.',
  spiral: 'Two arms around each other: the hardest of the four, needs several units and many epochs.',
};

export const generator = {
  type: z.enum(namesOf(values)),
  defaultRule: 'none; name one of path, builtin and generator',
  meaning: 'Made-up points in the plane with two classes, drawn anew from `seed`.',
  whyDefault: 'Your own data comes first.',
  values,
  usual: 'To see what depth, activation or learning rate do, on a problem whose answer is known.',
  suggested: [
    { value: 'xor', why: 'compare `hidden_sizes: []` with `[8]`' },
    { value: 'spiral', why: 'shows what a second hidden layer is for' },
  ],
  related: ['samples', 'noise', 'path', 'builtin'],
  impact: 'high',
  source: sources.playground,
} satisfies Key;
