import { z } from 'zod';
import type { Key } from './key';
import { sources } from './sources';

export const text = {
  type: z.strictObject({ context: z.int().min(1).max(256) }),
  defaultRule: 'none; the data is a table of features',
  meaning:
    'Learns to write: predicts each character of a text from the `context` characters before it. `path` is a `.txt` file with one text a line, or a table whose `target` is a column of texts. Whole texts go to training or to validation. Among the classes, `boundary` is the end of a text; before a text the model sees it too.',
  whyDefault: 'Most data has a column to predict; texts have none, so you must ask for it.',
  usual: 'A context of 3 to 10 characters for words and names.',
  suggested: [
    { value: '{ context: 3 }', why: 'a first model: pairs and triples of letters' },
    { value: '{ context: 8 }', why: 'names and words; needs more texts' },
  ],
  related: ['path', 'target', 'embedding_dim', 'categorical'],
  impact: 'high',
  source: sources.languageModel,
} satisfies Key;
