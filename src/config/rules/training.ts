import type { OptimizerName } from '../../engine/optimizers';
import type { Configuration } from '../configuration';
import { sections } from '../keys';
import type { Rule } from './rule';

const optimizerOnly = (name: keyof Configuration['training'] & string, only: OptimizerName): Rule => ({
  code: 'no-effect',
  severity: 'warning',
  find({ training }) {
    const optimizer = training.optimizer ?? sections.training.optimizer.default;
    if (training[name] === undefined || optimizer === only) return null;
    const message = `${name} has no effect with optimizer: ${optimizer}. Remove it, or set optimizer: ${only}.`;
    return { key: `training.${name}`, message };
  },
});

const endlessPatience: Rule = {
  code: 'endless-patience',
  severity: 'warning',
  find({ training: { early_stopping_patience: patience = 0, epochs = sections.training.epochs.default } }) {
    if (patience < epochs) return null;
    return {
      key: 'training.early_stopping_patience',
      message: `A patience of ${patience} never stops a run of ${epochs} epochs. Lower it, or raise epochs.`,
    };
  },
};

export const trainingRules: readonly Rule[] = [
  optimizerOnly('momentum', 'momentum'),
  optimizerOnly('beta_1', 'adam'),
  optimizerOnly('beta_2', 'adam'),
  optimizerOnly('epsilon', 'adam'),
  endlessPatience,
];
