import type { ResolvedConfiguration } from '../config/resolve';
import { alternatives } from '../config/words';
import { DataError, type Dataset, type TargetEncoding } from '../data/types';
import {
  type Loss,
  type LossName,
  type LossSettings,
  losses,
  plainLoss,
  type Targets,
} from '../engine/losses';

type Training = ResolvedConfiguration['training'];

/** What training descends; refused where it does not suit the target. */
export function lossOptionsOf(
  training: Training,
  { preprocessing: { target }, train }: Dataset,
): LossSettings & { readonly loss: LossName } {
  const { loss, label_smoothing: labelSmoothing, class_weights } = training;
  checkLoss(loss, target);
  if (target.kind === 'classes') {
    const classWeights = classWeightsOf(class_weights, target.classes, train.targets);
    return { loss, labelSmoothing, classWeights };
  }
  if (labelSmoothing > 0) throw needsClasses('label_smoothing', target);
  if (class_weights !== 'none') throw needsClasses('class_weights', target);
  return { loss, ...plainLoss };
}

/** Refuses a loss of numbers for classes, of classes for a number, and for another number of classes. */
export function checkLoss(name: LossName, target: TargetEncoding) {
  const loss: Loss = losses[name];
  if (suits(loss, target)) return;
  const suited = alternatives(lossNames.filter(other => suits(losses[other], target)));
  const refuse = (message: string) => new DataError('wrong-loss', 'training.loss', message);
  const found = target.kind === 'classes' ? `one of ${target.classes.length} classes` : 'a number';
  if (target.kind === 'classes' && loss.predicts === 'class')
    throw refuse(
      `The loss ${name} needs ${loss.nClasses} classes, but the target "${target.name}" is ${found}. Use ${suited}.`,
    );
  throw refuse(
    `The loss ${name} does not suit the target "${target.name}", which is ${found}. Use ${suited}, or change data.task.`,
  );
}

const lossNames = Object.keys(losses) as LossName[];

const suits = (loss: Loss, target: TargetEncoding) =>
  target.kind === 'classes'
    ? loss.predicts === 'class' && (loss.nClasses ?? target.classes.length) === target.classes.length
    : loss.predicts === 'number';

const needsClasses = (key: 'label_smoothing' | 'class_weights', { name }: TargetEncoding) =>
  new DataError(
    'needs-classes',
    `training.${key}`,
    `${key} needs classes, but the target "${name}" is a number. Remove it, or set data.task: classification.`,
  );

function classWeightsOf(
  written: Training['class_weights'],
  classes: readonly string[],
  targets: Targets,
): readonly number[] | null {
  if (written === 'none') return null;
  if (written === 'balanced') return balancedWeights(targets, classes.length);
  if (written.length === classes.length) return written;
  throw new DataError(
    'class-weights-count',
    'training.class_weights',
    `class_weights lists ${written.length}, but there are ${classes.length} classes. Write one a class, in the order ${classes.join(', ')}.`,
  );
}

/** Rows / (classes · rows of the class), so that every class weighs the same in all, and a row 1 on average. */
function balancedWeights(targets: Targets, nClasses: number): number[] {
  const counts = new Array<number>(nClasses).fill(0);
  for (const label of targets) counts[label]!++;
  return counts.map(count => targets.length / (nClasses * count));
}
