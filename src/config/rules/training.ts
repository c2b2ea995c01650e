import { type Optimizer, type OptimizerSettings, optimizers } from '../../engine/optimizers';
import { type Schedule, schedules } from '../../engine/schedules';
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

/** A number of decay beside a schedule that does not decay. */
const ofDecay = (name: 'learning_rate_decay' | 'learning_rate_decay_epochs'): Rule => ({
  code: 'no-effect',
  severity: 'warning',
  find({ training }) {
    const schedule = training.learning_rate_schedule ?? sections.training.learning_rate_schedule.default;
    if (training[name] === undefined || schedules[schedule].decays) return null;
    const others = Object.entries<Schedule>(schedules).filter(([, { decays }]) => decays);
    const names = alternatives(others.map(([other]) => other));
    const message = `${name} has no effect with learning_rate_schedule: ${schedule}. Remove it, or set learning_rate_schedule: ${names}.`;
    return { key: `training.${name}`, message };
  },
});

const twoWarmups: Rule = {
  code: 'two-warmups',
  severity: 'warning',
  find: ({ training: { learning_rate_schedule: schedule, warmup_epochs: warmup = 0 } }) =>
    schedule === 'one_cycle' && warmup > 0
      ? {
          key: 'training.warmup_epochs',
          message: 'one_cycle begins with a warm-up of its own. Remove warmup_epochs.',
        }
      : null,
};

const endlessWarmup: Rule = {
  code: 'endless-warmup',
  severity: 'warning',
  find({ training: { warmup_epochs: warmup = 0, epochs = sections.training.epochs.default } }) {
    if (warmup < epochs) return null;
    return {
      key: 'training.warmup_epochs',
      message: `A warm-up of ${warmup} epochs takes the whole run of ${epochs}. Lower it, or raise epochs.`,
    };
  },
};

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
  ofDecay('learning_rate_decay'),
  ofDecay('learning_rate_decay_epochs'),
  twoWarmups,
  endlessWarmup,
  endlessPatience,
];
