import { z } from 'zod';
import { charactersOf } from '../../data/characters';
import type { Evaluation } from '../../engine/evaluate';
import type { TrialInputs, TypedPlace } from '../../protocol/trial';
import { neighboursOf } from '../neighbours';
import type { Model } from '../storedRun';
import { encodeTrial, evaluatePart, outcomeAt, sampleAt } from '../trial';
import type { Question } from './question';
import { sampleOf, trialInputs } from './trialParams';

/** What the model makes of inputs that a person typed or drew, and what it has learned from nearby. */
export const tryRow: Question<'tryRow'> = {
  params: z.object({ inputs: trialInputs, original: sampleOf.nullable() }),
  async answer(subject, { inputs, original }) {
    const { notes, part } = await encodeTrial(subject, inputs);
    const began = original && sampleAt(await subject.part(original.split), original.index);
    const known = {
      ...{ epoch: subject.epoch, notes },
      original: began && outcomeAt(evaluatePart(subject, began), 0, 1, subject),
    };
    if (!part) return { ...known, outcome: null, neighbours: [], places: [] };
    const evaluation = evaluatePart(subject, part);
    const nSamples = part.targets.length;
    // Of a text, what comes after all of it.
    const outcome = outcomeAt(evaluation, nSamples - 1, nSamples, subject);
    const train = await subject.part('train');
    return {
      ...{ ...known, outcome },
      neighbours: neighboursOf(subject, train, part, outcome, original),
      places: placesOf(inputs, evaluation, part.targets, subject),
    };
  },
};

function placesOf(
  inputs: TrialInputs,
  evaluation: Evaluation,
  tokens: ArrayLike<number>,
  model: Model,
): TypedPlace[] {
  if (inputs.kind !== 'text') return [];
  return [...charactersOf(inputs.text)].flatMap((character, i) => {
    const outcome = outcomeAt(evaluation, i, tokens.length, model);
    if (outcome.kind !== 'class') return [];
    const { probabilities, predicted } = outcome;
    return {
      ...{ character, probability: probabilities[tokens[i]!]! },
      ...{ likeliest: predicted, probabilityOfLikeliest: probabilities[predicted]! },
    };
  });
}
