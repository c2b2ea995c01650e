import type { ClassPrediction } from '../../src/protocol';
import { formatProbability } from '../format';
import { t } from '../l10n';

/** With more classes than this, names under the bars would be illegible. */
export const maxBars = 16;
const nLikeliest = 8;

/** The classes that get a bar: all in their order, or the likeliest ones first and the true one, if there is one, with them. */
export function classesShown(probabilities: ArrayLike<number>, trueClass: number | null): number[] {
  const all = Array.from(probabilities, (_, i) => i);
  if (all.length <= maxBars) return all;
  const likeliest = all.sort((a, b) => probabilities[b]! - probabilities[a]! || a - b).slice(0, nLikeliest);
  return trueClass === null || likeliest.includes(trueClass) ? likeliest : [...likeliest, trueClass];
}

interface ProbabilitiesProps {
  readonly prediction: ClassPrediction;
  readonly classNames: readonly string[];
}

/** A bar a class, 0 to 100 %; the true and the predicted class are marked by sign and fill, not by colour. */
export function Probabilities({ prediction, classNames }: ProbabilitiesProps) {
  const { probabilities, trueClass, predictedClass } = prediction;
  const shown = classesShown(probabilities, classNames.indexOf(trueClass));
  const text = (i: number) => `${classNames[i]} ${formatProbability(probabilities[i])}`;
  return (
    <div class="bars" role="img" aria-label={t('Probabilities: {0}', shown.map(text).join(', '))}>
      {shown.map(i => {
        const name = classNames[i] ?? '';
        const marks = [name === trueClass && 'is-true', name === predictedClass && 'is-predicted'];
        return (
          <div key={name} class={marks.filter(Boolean).join(' ')} title={text(i)}>
            <span class="bar-track">
              <span class="bar" style={{ height: `${100 * probabilities[i]!}%` }} />
            </span>
            <span class="bar-name">{name}</span>
            <span class="bar-name">{name === trueClass && '✓'}</span>
          </div>
        );
      })}
    </div>
  );
}
