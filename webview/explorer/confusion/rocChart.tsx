import { useState } from 'preact/hooks';
import type { Rates, RocCurve } from '../../../src/protocol';
import { formatCount, formatScore } from '../../format';
import { t } from '../../l10n';
import { Axes, plotOf, unitAxis } from '../axes';
import { useExplorer } from '../context';
import { shortName } from './layout';
import { drawnClasses } from './rocClasses';
import { isSame } from './selection';
import { useClassSelection } from './useClassSelection';

const [width, height] = [296, 284];
const plot = plotOf(width, height);

/** Each class against all others: how many of the others are let in for how many of its own that are found. */
export function RocChart({ rates }: { readonly rates: Rates }) {
  const { classNames } = useExplorer().run;
  const { selection, choose } = useClassSelection();
  const [pointed, setPointed] = useState<number | null>(null);
  const chosen = [selection.trueClass, selection.predictedClass].filter(c => c !== null);
  const drawn = drawnClasses(rates.curves, chosen);
  const emphasised = pointed ?? chosen[0];
  const nCurves = rates.curves.filter(curve => curve !== null).length;
  const areas = drawn.map(c => `${classNames[c]} ${formatScore(rates.curves[c]!.area)}`).join(', ');
  return (
    <section class="rates-chart" aria-label={t('ROC curves')}>
      <h2>{t('ROC, each class against the rest')}</h2>
      {drawn.length === 0 ? (
        <p class="muted">{t('It takes samples of at least two classes.')}</p>
      ) : (
        <>
          <p class="muted">
            {drawn.length < nCurves
              ? t('The {0} lowest of {1}; all areas stand in the table of scores.', drawn.length, nCurves)
              : t('Area under the curve: 1 tells the class apart without fail, 0.5 not at all.')}
            {rates.nRanked < rates.nSamples &&
              ` ${t('Of {0} of {1} samples.', formatCount(rates.nRanked), formatCount(rates.nSamples))}`}
          </p>
          <div class="rates-plot">
            <figure aria-label={t('ROC curves. Area under each: {0}.', areas)}>
              <Axes
                {...{ width, height }}
                x={unitAxis(t('false positive rate'))}
                y={unitAxis(t('true positive rate'))}
              >
                <path class="ideal" d={`M0 ${plot.height}L${plot.width} 0`} />
                {drawn.map((c, i) => (
                  <path
                    key={c}
                    class={`roc line-${i} ${c === emphasised ? 'is-emphasised' : ''}`}
                    d={pathOf(rates.curves[c]!)}
                  />
                ))}
              </Axes>
            </figure>
            <ul class="roc-legend" aria-label={t('Area under the curve')}>
              {drawn.map((c, i) => (
                <li key={c}>
                  <button
                    type="button"
                    aria-pressed={isSame(selection, { trueClass: c, predictedClass: null })}
                    onClick={() => choose({ trueClass: c, predictedClass: null })}
                    onPointerEnter={() => setPointed(c)}
                    onPointerLeave={() => setPointed(null)}
                    onFocus={() => setPointed(c)}
                    onBlur={() => setPointed(null)}
                  >
                    <svg width="24" height="8" aria-hidden="true">
                      <path class={`roc line-${i}`} d="M0 4H24" />
                    </svg>
                    <span title={classNames[c]}>{shortName(classNames[c]!)}</span>
                    <span>{formatScore(rates.curves[c]!.area)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        </>
      )}
    </section>
  );
}

function pathOf({ points }: RocCurve): string {
  let path = '';
  for (let i = 0; i < points.length; i += 2) {
    const [x, y] = [points[i]! * plot.width, (1 - points[i + 1]!) * plot.height];
    path += `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
  }
  return path;
}
