import { z } from 'zod';
import {
  type AdjustableKey,
  type AdjustableValues,
  adjustableKeys,
  isAdjustable,
} from '../config/adjustable';
import { sections } from '../config/keys';
import { optimizers } from '../engine/optimizers';
import type { Adjustment, RunRecord } from './record';

const { optimizer, learning_rate, momentum, weight_decay, gradient_clip_norm } = sections.training;

/** The part of a record's configuration that is needed here; any program may have written it. */
const configured = z.object({
  training: z.object({
    optimizer: optimizer.type,
    ...{ learning_rate: learning_rate.type, momentum: momentum.type },
    ...{ weight_decay: weight_decay.type, gradient_clip_norm: gradient_clip_norm.type },
  } satisfies Record<AdjustableKey | 'optimizer', z.ZodType>),
});

/** What may be changed in a run, as it is now; the optimizer does not read every key. */
export function adjustableValues({
  configuration,
  adjustments,
}: Pick<RunRecord, 'configuration' | 'adjustments'>): AdjustableValues {
  const { data } = configured.safeParse(configuration);
  if (!data) return {};
  const { training } = data;
  const isRead = (key: AdjustableKey) =>
    key !== 'momentum' || 'momentum' in optimizers[training.optimizer].defaults;
  const now = (key: AdjustableKey) => adjustments.findLast(change => change.key === key)?.to ?? training[key];
  return Object.fromEntries(adjustableKeys.filter(isRead).map(key => [key, now(key)]));
}

/** Another change, after `step` steps; of several before one step, the last one counts. */
export function withChange(
  adjustments: readonly Adjustment[],
  step: number,
  key: AdjustableKey,
  { from, to }: { readonly from: number; readonly to: number },
): Adjustment[] {
  const isReplaced = (change: Adjustment) => change.key === key && change.step === step;
  const before = adjustments.find(isReplaced)?.from ?? from;
  const others = adjustments.filter(change => !isReplaced(change));
  return before === to ? others : [...others, { step, key, from: before, to }];
}

/**
 * The changes with which a run goes on: those that had been made, unless the key has been configured anew since; then
 * that is one more change.
 */
export function carriedOn(
  adjustments: readonly Adjustment[],
  step: number,
  earlier: Pick<RunRecord, 'configuration'>,
  fresh: Pick<RunRecord, 'configuration'>,
): Adjustment[] {
  const written = (record: Pick<RunRecord, 'configuration'>) =>
    adjustableValues({ ...record, adjustments: [] });
  const [before, after] = [written(earlier), written(fresh)];
  const now = adjustableValues({ ...earlier, adjustments: [...adjustments] });
  let carried = [...adjustments];
  for (const key of Object.keys(after).filter(isAdjustable)) {
    const [from, to] = [now[key], after[key]];
    if (before[key] === to || from === undefined || to === undefined) continue;
    carried = withChange(carried, step, key, { from, to });
  }
  return carried;
}
