import type { TargetEncoding } from '../data/types';
import { type ClassLoss, type Loss, type LossName, losses } from '../engine/losses';

/** How the outputs of a model of classes are read; that its loss is one of classes has been checked before. */
export function classLoss(name: LossName): ClassLoss {
  const loss: Loss = losses[name];
  if (loss.predicts === 'class') return loss;
  throw new Error(`${name} is no loss of classes`);
}

/** What each output of the last layer speaks for: a class, or the number that is predicted. */
export const outputNamesOf = (lossName: LossName, target: TargetEncoding): readonly string[] =>
  target.kind === 'classes' ? classLoss(lossName).classesWithOutput(target.classes) : [target.name];
