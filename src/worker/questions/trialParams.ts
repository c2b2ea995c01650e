import { z } from 'zod';
import { ofSplit } from './splits';

/** Columns of a table, pixels of an image; characters of a text are fewer. */
const maxInputs = 100_000;
const maxCellLength = 1000;
export const maxTextLength = 500;

export const cells = z.array(z.string().max(maxCellLength)).max(maxInputs);
export const text = z.string().max(maxTextLength);

export const trialInputs = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('row'), cells }),
  z.object({ kind: z.literal('image'), pixels: z.array(z.number()).max(maxInputs) }),
  z.object({ kind: z.literal('text'), text }),
]);

export const sampleOf = ofSplit.extend({ index: z.int().nonnegative() });
