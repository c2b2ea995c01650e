import { z } from 'zod';
import type { Categorical } from '../../data/types';
import { type Key, namesOf } from './key';
import { sources } from './sources';

const values: Record<Categorical, string> = {
  one_hot: 'Each category has a weight of its own in every unit of the first layer. Exact and easy to read.',
  embedding:
    'Each category becomes a few learned numbers, which are the inputs of the first layer: similar categories can come to lie side by side.',
};

export const categorical = {
  type: z.enum(namesOf(values)),
  defaultRule: 'one_hot; embedding with text',
  meaning:
    'How columns of texts, or with `text` the characters, are given to the model. Either way a category only selects its row of a table, so thousands of them cost no more than a few; a step updates the rows that its batch selects and leaves all others as they are, also with momentum, adam and `weight_decay`.',
  whyDefault:
    'one_hot needs no further choice and is right for columns with few categories; characters learn faster when all places share what is known of them.',
  values,
  usual: '`one_hot` up to some dozen categories, `embedding` for hundreds or more.',
  suggested: [
    { value: 'one_hot', why: 'a handful of categories' },
    { value: 'embedding', why: 'postal codes, products, words' },
  ],
  related: ['embedding_dim', 'features'],
  impact: 'medium',
  source: sources.entityEmbeddings,
} satisfies Key;
