import { z } from 'zod';

export const split = z.enum(['train', 'validation', 'test']);
export const ofSplit = z.object({ split });
