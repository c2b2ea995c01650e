import {
  type AdjustableKey,
  type AdjustableValues,
  isAdjustable,
  notAdjustable,
  valueProblem,
} from '../config/adjustable';
import type { TrainingOptions } from '../engine/train';
import { withChange } from '../runs/adjustments';
import type { Adjustment } from '../runs/record';
import type { OpenedRun } from './openRun';
import { Rejection } from './rejection';

/** Where a step finds what may be changed before it. */
const options = {
  learning_rate: 'learningRate',
  momentum: 'momentum',
  weight_decay: 'weightDecay',
  gradient_clip_norm: 'gradientClipNorm',
} as const satisfies Record<AdjustableKey, keyof TrainingOptions>;

/** Makes changes that act from the next step on and are recorded: all of them or, with the reason, none. */
export function adjust(run: OpenedRun, changes: AdjustableValues) {
  const { adjustments, adjustable } = run.recorder.summary;
  const { step } = run.trainer.state().progress;
  let changed = adjustments;
  for (const [key, to] of Object.entries(changes)) {
    if (!isAdjustable(key)) throw new Rejection('not-adjustable', notAdjustable(key));
    const from = adjustable[key];
    if (from === undefined)
      throw new Rejection('no-effect', `${key} has no effect with optimizer: ${run.options.optimizer}.`);
    const problem = valueProblem(key, { kind: 'scalar', value: to, range: { start: 0, end: 0 } });
    if (problem !== null) throw new Rejection('wrong-value', problem);
    changed = withChange(changed, step, key, { from, to });
  }
  setOptions(run.options, changes);
  run.recorder.setAdjustments(changed);
}

/** Puts the changes of a run that goes on where its steps look for them. */
export function applyAdjustments(target: TrainingOptions, adjustments: readonly Adjustment[]) {
  for (const { key, to } of adjustments) setOptions(target, { [key]: to });
}

function setOptions(target: TrainingOptions, values: AdjustableValues) {
  for (const [key, value] of Object.entries(values)) if (isAdjustable(key)) target[options[key]] = value;
}
