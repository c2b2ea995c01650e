import { z } from 'zod';
import type { Split } from '../../data/types';

export const splits = ['train', 'validation', 'test'] as const satisfies Split[];
export const ofSplit = z.object({ split: z.enum(splits) });
