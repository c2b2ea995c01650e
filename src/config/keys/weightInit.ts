import { z } from 'zod';
import { type Activation, activations } from '../../engine/activations';
import type { InitializerName } from '../../engine/initializers';
import { type Key, namesOf } from './key';
import { sources } from './sources';

const suitedToHe = Object.entries<Activation>(activations)
  .filter(([, { weightInit }]) => weightInit === 'he_normal')
  .map(([name]) => name);

const values: Record<'auto' | InitializerName, string> = {
  auto: `\`he_normal\` in front of ${suitedToHe.join(', ')}; \`glorot_uniform\` in front of all others.`,
  he_normal: 'Normal with variance 2 / inputs: keeps the signal’s size through relu layers.',
  he_uniform: 'Uniform with variance 2 / inputs: as `he_normal`, without rare large weights.',
  glorot_normal: 'Normal with variance 2 / (inputs + outputs): for tanh and sigmoid.',
  glorot_uniform:
    'Uniform with variance 2 / (inputs + outputs): as `glorot_normal`, without rare large weights.',
};

export const weightInit = {
  type: z.enum(namesOf(values)),
  default: 'auto',
  meaning: 'How the weights are drawn before the first step. Biases start at 0.',
  whyDefault: 'The right spread depends on the activation, and `auto` follows it.',
  values,
  usual: '`auto`',
  suggested: [{ value: 'auto', why: 'change it only to see what a wrong start does' }],
  related: ['activation', 'seed'],
  impact: 'low',
  source: sources.he,
} satisfies Key;
