import { type Optimizer, type OptimizerSettings, optimizers } from '../../engine/optimizers';
import type { Configuration } from '../configuration';
import { sections } from '../keys';
import { alternatives } from '../words';
import type { Rule } from './rule';

/** A number that the chosen optimizer does not read. */
const ofOptimizer = (
  name: keyof Configuration['training'] & string,
  setting: keyof OptimizerSettings,
): Rule => ({
  code: 'no-effect',
  severity: 'warning',
  find({ training }) {
    const optimizer = training.optimizer ?? sections.training.optimizer.default;
    if (training[name] === undefined || setting in optimizers[optimizer].defaults) return null;
    const others = Object.entries<Optimizer>(optimizers).filter(([, { defaults }]) => setting in defaults);
    const names = alternatives(others.map(([other]) => other));
    const message = `${name} has no effect with optimizer: ${optimizer}. Remove it, or set optimizer: ${names}.`;
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
  ofOptimizer('momentum', 'momentum'),
  ofOptimizer('beta_1', 'beta1'),
  ofOptimizer('beta_2', 'beta2'),
  ofOptimizer('epsilon', 'epsilon'),
  endlessPatience,
];
