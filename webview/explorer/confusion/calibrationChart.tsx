import type { Calibration, Rates } from '../../../src/protocol';
import { formatCount, formatPercent, formatShort } from '../../format';
import { useChoice } from '../../hooks';
import { t } from '../../l10n';
import { Axes, plotOf, unitAxis } from '../axes';

const [width, height] = [296, 284];
const plot = plotOf(width, height);
/** Of the plot's height, for how many samples stand in each bin. */
const countHeight = 28;

/** Reliability diagram: of the predictions that claim p, the part that is right. */
export function CalibrationChart({ rates }: { readonly rates: Rates }) {
  const [hasMoreBins, setMoreBins] = useChoice('calibrationBins', false);
  const calibration = rates.calibrations[hasMoreBins ? 1 : 0]!;
  const error = formatPercent(calibration.expectedError);
  return (
    <section class="rates-chart" aria-label={t('Calibration')}>
      <div class="rates-head">
        <h2>{t('Calibration')}</h2>
        <button
          type="button"
          class="toggle"
          aria-pressed={hasMoreBins}
          onClick={() => setMoreBins(!hasMoreBins)}
        >
          {t('{0} bins', rates.calibrations[1]!.bins.length)}
        </button>
      </div>
      <p class="muted">{t('Expected calibration error {0}. {1}', error, meansText(calibration))}</p>
      <p class="muted calibration-legend">
        <span>{t('part that is right')}</span>
        <span class="claimed">{t('mean of what is claimed')}</span>
        <span class="counted">{t('samples, from above')}</span>
      </p>
      <figure
        aria-label={t(
          'Reliability diagram, expected calibration error {0}; its bins stand in the table.',
          error,
        )}
      >
        <Axes
          {...{ width, height }}
          x={unitAxis(t('probability of the predicted class'))}
          y={unitAxis(t('part that is right'))}
        >
          <Bars calibration={calibration} />
          <path class="ideal" d={`M0 ${plot.height}L${plot.width} 0`} />
        </Axes>
      </figure>
      <BinTable calibration={calibration} />
    </section>
  );
}

function Bars({ calibration: { bins } }: { readonly calibration: Calibration }) {
  const barWidth = plot.width / bins.length;
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const y = (share: number) => (1 - share) * plot.height;
  return (
    <>
      {bins.map(({ count, confidence, accuracy }, i) => (
        <g key={i} transform={`translate(${i * barWidth} 0)`}>
          <title>{binText(bins, i)}</title>
          {accuracy !== null && confidence !== null && (
            <>
              <rect
                class="accuracy"
                x="1"
                y={y(accuracy)}
                width={barWidth - 2}
                height={plot.height - y(accuracy)}
              />
              <path class="gap" d={`M${barWidth / 2} ${y(accuracy)}V${y(confidence)}`} />
              <path class="confidence" d={`M2 ${y(confidence)}H${barWidth - 2}`} />
            </>
          )}
          <rect class="count" x="1" width={barWidth - 2} height={(count / most) * countHeight} />
          <rect class="whole" width={barWidth} height={plot.height} />
        </g>
      ))}
    </>
  );
}

function BinTable({ calibration: { bins } }: { readonly calibration: Calibration }) {
  return (
    <details>
      <summary>{t('The bins as a table')}</summary>
      <table>
        <thead>
          <tr>
            {[t('probability'), t('samples'), t('mean probability'), t('right')].map(title => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bins.map(({ count, confidence, accuracy }, i) => (
            <tr key={i}>
              <th scope="row">{rangeText(i, bins.length)}</th>
              <td>{formatCount(count)}</td>
              <td>{formatPercent(confidence)}</td>
              <td>{formatPercent(accuracy)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** Which way the model errs on the whole. */
function meansText({ bins }: Calibration): string {
  const nSamples = bins.reduce((sum, { count }) => sum + count, 0);
  const mean = (of: 'confidence' | 'accuracy') =>
    formatPercent(bins.reduce((sum, bin) => sum + bin.count * (bin[of] ?? 0), 0) / nSamples);
  return t('On average it claims {0} and is right in {1}.', mean('confidence'), mean('accuracy'));
}

const binText = (bins: Calibration['bins'], i: number) =>
  t(
    '{0}: {1} samples, {2} right',
    rangeText(i, bins.length),
    formatCount(bins[i]!.count),
    formatPercent(bins[i]!.accuracy),
  );

const rangeText = (i: number, nBins: number) => `${formatShort(i / nBins)} – ${formatShort((i + 1) / nBins)}`;
