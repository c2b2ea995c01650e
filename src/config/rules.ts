import { dataRules } from './rules/data';
import { modelRules } from './rules/model';
import type { Rule } from './rules/rule';
import { trainingRules } from './rules/training';

/** Every rule about several keys together; tried on a configuration whose single values are right. */
export const rules: readonly Rule[] = [...dataRules, ...modelRules, ...trainingRules];
