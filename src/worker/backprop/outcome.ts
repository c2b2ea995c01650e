import type { Preprocessing } from '../../data/types';
import { zerosLike } from '../../engine/array';
import { type LossName, type LossSettings, losses, plainLoss, type Targets } from '../../engine/losses';
import type { Trace } from '../../engine/trace';
import { classLoss } from '../outputs';
import type { OutcomePass } from './pass';

/**
 * What the outputs mean, and what they cost.
 * @param targets of the one sample
 */
export function outcomeOf(
  { outputs, loss }: Trace,
  { target }: Preprocessing,
  targets: Targets,
  { loss: lossName, ...settings }: LossSettings & { readonly loss: LossName },
): OutcomePass {
  const arrays = { outputs, targets, sampleLosses: zerosLike(outputs, 1), dOutputs: null };
  const plain = losses[lossName].compute(arrays, 1, outputs.length, plainLoss);
  const common = { lossName, loss, plainLoss: plain };
  if (target.kind === 'numeric') {
    const { name, shift, scale } = target;
    return { kind: 'linear', ...common, name, shift, scale, predicted: outputs[0]!, target: targets[0]! };
  }
  const { probabilities, outputActivation } = classLoss(lossName);
  const trueClass = targets[0]!;
  const { labelSmoothing, classWeights } = settings;
  return {
    ...common,
    ...{ kind: outputActivation === 'sigmoid' ? 'sigmoid' : 'softmax', trueClass, labelSmoothing },
    classNames: target.classes,
    probabilities: Float32Array.from(probabilities(outputs, 1, outputs.length)),
    targets: classTargets(trueClass, target.classes.length, settings),
    isWeighted: classWeights !== null,
  };
}

/**
 * t_c = w_c ((1 − ε) [c = y] + ε / K) / w_y, as the losses of classes have it: the mean over a batch of one sample divides
 * by the weight of its class.
 */
export function classTargets(
  trueClass: number,
  nClasses: number,
  { labelSmoothing, classWeights }: LossSettings,
): Float32Array {
  const weight = (c: number) => classWeights?.[c] ?? 1;
  return Float32Array.from({ length: nClasses }, (_, c) => {
    const share = (c === trueClass ? 1 - labelSmoothing : 0) + labelSmoothing / nClasses;
    return (weight(c) * share) / weight(trueClass);
  });
}
