import { z } from 'zod';
import { searchRows } from '../../data/search';
import type { Question } from './question';
import { ofSplit } from './splits';

const maxTextLength = 200;

/** The samples of a split that have a text in one of their cells. */
export const searchSamples: Question<'searchSamples'> = {
  params: ofSplit.extend({ text: z.string().max(maxTextLength) }),
  async answer({ part, preprocessing }, { split, text }) {
    const { table, rows } = await part(split);
    const { matches, withoutNumbers } = searchRows(table, rows, preprocessing.image !== null, text);
    const indices = Uint32Array.from(rows.keys()).filter(i => matches(rows[i]!));
    return { indices, withoutNumbers };
  },
};
