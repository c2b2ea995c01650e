import { type Optimizer, type OptimizerSettings, optimizers } from '../../engine/optimizers';

/** The default of a number that each optimizer has its own for, in words; those that do not read it are left out. */
export function byOptimizer(setting: keyof OptimizerSettings): string {
  const defaults = Object.entries<Optimizer>(optimizers)
    .filter(([, optimizer]) => setting in optimizer.defaults)
    .map(([name, optimizer]) => `${name} ${optimizer.defaults[setting]}`);
  return `by optimizer: ${defaults.join(', ')}`;
}
