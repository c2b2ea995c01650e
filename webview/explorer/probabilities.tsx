import type { ClassPrediction } from '../../src/protocol';
import { formatPercent } from '../format';

/** With more classes than this, names under the bars would be illegible. */
const maxNamed = 16;

interface ProbabilitiesProps {
  readonly prediction: ClassPrediction;
  readonly classNames: readonly string[];
}

/** One bar a class, 0 to 100 %; the true and the predicted class are marked by sign and fill, not by colour. */
export function Probabilities({ prediction, classNames }: ProbabilitiesProps) {
  const { probabilities, trueClass, predictedClass } = prediction;
  const text = probabilities.map((p, i) => `${classNames[i]} ${formatPercent(p)}`);
  return (
    <div class="bars" role="img" aria-label={`Probabilities: ${text.join(', ')}`}>
      {probabilities.map((probability, i) => {
        const name = classNames[i] ?? '';
        const marks = [name === trueClass && 'is-true', name === predictedClass && 'is-predicted'];
        return (
          <div key={name} class={marks.filter(Boolean).join(' ')} title={text[i]}>
            <span class="bar-track">
              <span class="bar" style={{ height: `${100 * probability}%` }} />
            </span>
            {probabilities.length <= maxNamed && <span class="bar-name">{name}</span>}
            <span class="bar-name">{name === trueClass && '✓'}</span>
          </div>
        );
      })}
    </div>
  );
}
