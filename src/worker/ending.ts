import { optimizers } from '../engine/optimizers';
import type { TrainingOptions, TrainingOutcome } from '../engine/train';
import { closedWhilePaused, closedWhileTraining, type RunStatus } from '../runs/record';

/** Asked for, before the training is over. */
export type Ending = 'stopped' | 'interrupted';

/** How a run has ended, and why, in words for a person. */
export function endOf(
  outcome: TrainingOutcome | Ending,
  options: TrainingOptions,
  wasPaused: boolean,
): { readonly status: RunStatus; readonly message?: string } {
  if (outcome === 'stopped') return { status: 'stopped' };
  if (outcome === 'interrupted')
    return { status: 'interrupted', message: wasPaused ? closedWhilePaused : closedWhileTraining };
  switch (outcome.type) {
    case 'finished':
      return { status: 'finished' };
    case 'stoppedEarly': {
      const { earlyStoppingPatience: patience } = options;
      return { status: 'finished', message: `Stopped early: no better for ${patience} epochs.` };
    }
    case 'diverged':
      return { status: 'diverged', message: divergence(outcome, options) };
  }
}

function divergence(
  { step, loss, firstLoss }: Extract<TrainingOutcome, { type: 'diverged' }>,
  { learningRate, optimizer }: TrainingOptions,
): string {
  const short = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
  const rose = Number.isFinite(loss)
    ? `rose to ${short.format(loss)}, from ${short.format(firstLoss)} at the first step`
    : 'became infinite';
  // Ten times less, or what is usual where that is less still.
  const rate = Math.min(learningRate / 10, optimizers[optimizer].defaults.learningRate);
  const advice = `The learning rate ${learningRate} is too high for ${optimizer}; try ${short.format(rate)}.`;
  return `Diverged at step ${step}: the loss ${rose}. ${advice}`;
}
