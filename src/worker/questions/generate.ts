import { z } from 'zod';
import { boundary, charactersOf } from '../../data/characters';
import { textOf } from '../../data/inputs';
import { Random } from '../../engine/random';
import { Rejection } from '../rejection';
import { encodeTrial, evaluatePart, outcomeAt } from '../trial';
import type { Question } from './question';
import { text } from './trialParams';

/** Keeps the drawn characters apart from every other use of the same seed. */
const generatorStream = 103;
const maxNew = 60;

/** Goes on with a text character by character, as likely as the model gives them. */
export const generate: Question<'generate'> = {
  params: z.object({ text, temperature: z.number().min(0).max(10), seed: z.int() }),
  async answer(subject, { text: start, temperature, seed }) {
    const encoding = textOf(subject.preprocessing.features);
    if (!encoding) throw new Rejection('wrong-question', 'This model does not read texts.');
    const random = Random.seeded(seed, generatorStream);
    let text = start;
    for (let n = 0; n < maxNew; n++) {
      // No more than the model looks at: the tail of a text is encoded as the whole is.
      const tail = [...charactersOf(text)].slice(-encoding.context).join('');
      const { part, notes } = await encodeTrial(subject, { kind: 'text', text: tail });
      if (!part) throw new Rejection('unseen-character', `The model does not know ${notes[0]?.detail}.`);
      const nSamples = part.targets.length;
      const outcome = outcomeAt(evaluatePart(subject, part), nSamples - 1, nSamples, subject);
      if (outcome.kind !== 'class') break;
      if (!outcome.probabilities.every(Number.isFinite))
        throw new Rejection('not-finite', 'The probabilities are not finite with these weights.');
      const token = drawToken(outcome.probabilities, temperature, random.uniform());
      if (token === boundary.token) return { text, isEnded: true };
      text += encoding.characters[token - 1];
    }
    return { text, isEnded: false };
  },
};

/**
 * One token, drawn with probability proportional to p^(1/temperature); temperature 0 is the likeliest.
 * @param probabilities (tokens)
 * @param uniform in [0, 1)
 */
export function drawToken(probabilities: Float32Array, temperature: number, uniform: number): number {
  const likeliest = probabilities.indexOf(Math.max(...probabilities));
  // Relative to the largest, so that no power underflows for all of them.
  const most = probabilities[likeliest]!;
  if (temperature === 0) return likeliest;
  const weights = Array.from(probabilities, p => (p / most) ** (1 / temperature));
  let rest = uniform * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [token, weight] of weights.entries()) {
    rest -= weight;
    if (rest < 0) return token;
  }
  return likeliest;
}
