import type { RunSummary } from '../../../src/protocol';
import { css } from '../../colour';
import { formatValue } from '../../format';
import { t } from '../../l10n';
import { Pixels } from '../../parts/pixels';
import { type PlaneColours, painter, pointColour } from './planeColours';
import { shapeOfClass } from './pointShapes';

interface LegendProps {
  readonly run: RunSummary;
  readonly colours: PlaneColours;
  readonly hasValidation: boolean;
}

/** What colours, shapes, fillings and rings mean. */
export function PlaneLegend({ run, colours, hasValidation }: LegendProps) {
  const isClass = run.task === 'classification';
  return (
    <div class="plane-legend">
      {isClass ? (
        <ul aria-label={t('Classes')}>
          {run.classNames.map((name, i) => (
            <li key={name}>
              <Mark path={shapeOfClass(i, 5)} fill={css(colours.classes[i]!)} stroke="none" />
              {name}
            </li>
          ))}
        </ul>
      ) : (
        <ValueScale colours={colours} />
      )}
      <ul aria-label={t('Points')}>
        <li>
          <Mark path={shapeOfClass(0, 4)} fill="currentColor" stroke="none" />
          {t('training')}
        </li>
        {hasValidation && (
          <li>
            {isClass ? (
              <Mark path={shapeOfClass(0, 4)} fill="none" stroke="currentColor" />
            ) : (
              <Mark path={shapeOfClass(1, 4)} fill="currentColor" stroke="none" />
            )}
            {t('validation')}
          </li>
        )}
        {isClass && (
          <li>
            <Mark path={`${shapeOfClass(0, 3)}${shapeOfClass(0, 6)}`} fill="none" stroke="currentColor" />
            {t('ringed: predicted wrongly')}
          </li>
        )}
      </ul>
    </div>
  );
}

interface MarkProps {
  readonly path: string;
  readonly fill: string;
  readonly stroke: string;
}

const Mark = ({ path, fill, stroke }: MarkProps) => (
  <svg width={16} height={16} viewBox="-8 -8 16 16" aria-hidden="true">
    <path d={path} fill={fill} stroke={stroke} stroke-width={1.5} />
  </svg>
);

const nSteps = 65;

/** Which colour is which value. */
function ValueScale({ colours }: { readonly colours: PlaneColours }) {
  const { min, max } = colours.range;
  const paint = painter(i => pointColour(min + ((max - min) * i) / (nSteps - 1), colours));
  return (
    <div class="scale-bar">
      <span>{formatValue(min)}</span>
      <Pixels columns={nSteps} rows={1} paint={paint} aria-hidden="true" />
      <span>{formatValue(max)}</span>
    </div>
  );
}
