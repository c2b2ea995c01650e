import { useState } from 'preact/hooks';
import type { FieldNote, FormFeature, NumericFeature, Sweep } from '../../../src/protocol';
import { useAnswer } from '../../answers';
import { formatCount, formatDeviation, formatPercent, formatValue } from '../../format';
import { useLast } from '../../hooks';
import { t } from '../../l10n';
import { useExplorer } from '../context';
import { CategoryInput } from './categoryInput';
import { deviationOf, fieldsShown, isFault, maxFields, noteText, shownCell, stepOf } from './inputs';

interface RowFormProps {
  readonly features: readonly FormFeature[];
  readonly cells: readonly string[];
  readonly begun: readonly string[];
  readonly notes: readonly FieldNote[];
  readonly change: (cells: readonly string[]) => void;
}

/** A field for each feature, the most deviating ones where they are many. */
export function RowForm({ features, cells, begun, notes, change }: RowFormProps) {
  const [search, setSearch] = useState('');
  const shown = fieldsShown(features, begun, search);
  const sweep = useSweep(features, cells, shown, notes.some(isFault));
  return (
    <>
      {features.length > maxFields && (
        <input
          type="search"
          class="try-search"
          value={search}
          aria-label={t('Find features')}
          placeholder={t('Find among {0} features; shown: the most unusual', formatCount(features.length))}
          onInput={event => setSearch(event.currentTarget.value)}
        />
      )}
      {shown.map(i => (
        <Field
          key={i}
          id={`try-${i}`}
          feature={features[i]!}
          cell={cells[i] ?? ''}
          begun={begun[i] ?? ''}
          note={notes.find(({ field }) => field === i)}
          curve={sweep(i)}
          change={cell => change(cells.with(i, cell))}
        />
      ))}
    </>
  );
}

/** How the prediction follows one feature while the others stay. */
interface Curve extends Omit<Sweep, 'values'> {
  /** (points) */
  readonly values: Float32Array;
  /** What is drawn at the bottom and at the top. */
  readonly low: number;
  readonly high: number;
}

function useSweep(
  features: readonly FormFeature[],
  cells: readonly string[],
  shown: readonly number[],
  isFaulty: boolean,
): (feature: number) => Curve | null {
  const ranges = shown.flatMap(feature => {
    const numeric = features[feature]!;
    if (numeric.kind !== 'numeric' || numeric.min >= numeric.max) return [];
    return { feature, from: numeric.min, to: numeric.max };
  });
  const order = ranges.map(({ feature }) => feature);
  const answer = useAnswer('sweep', isFaulty || ranges.length === 0 ? undefined : { cells, ranges });
  const sweep = useLast(answer.value, order.join());
  if (!sweep) return () => null;
  const { values, nPoints, classIndex } = sweep;
  const isClass = classIndex !== null;
  // Predicted numbers share one scale, so that features can be compared.
  const low = isClass ? 0 : Math.min(...values);
  const high = isClass ? 1 : Math.max(...values);
  return feature => {
    const place = order.indexOf(feature);
    if (place < 0) return null;
    return { ...sweep, low, high, values: values.subarray(place * nPoints, (place + 1) * nPoints) };
  };
}

interface FieldProps {
  readonly id: string;
  readonly feature: FormFeature;
  readonly cell: string;
  readonly begun: string;
  readonly note: FieldNote | undefined;
  readonly curve: Curve | null;
  readonly change: (cell: string) => void;
}

function Field({ id, feature, cell, begun, note, curve, change }: FieldProps) {
  const isChanged = cell !== begun;
  const deviation = deviationOf(feature, cell);
  return (
    <div class="try-field" data-field={feature.name}>
      <label for={id} title={feature.name}>
        {feature.name}
      </label>
      {feature.kind === 'numeric' ? (
        <>
          <input
            id={id}
            inputMode="decimal"
            value={isChanged ? cell : shownCell(cell)}
            aria-invalid={note !== undefined && isFault(note)}
            aria-describedby={note && `${id}-note`}
            onInput={event => change(event.currentTarget.value)}
          />
          <Slider feature={feature} cell={cell} curve={curve} change={change} />
        </>
      ) : (
        <CategoryInput id={id} feature={feature} cell={cell} change={change} />
      )}
      <span class="muted" title={t('standard deviations from the mean of the training part')}>
        {deviation !== null && `z ${formatDeviation(deviation)}`}
      </span>
      <button
        type="button"
        class="link"
        hidden={!isChanged}
        title={t('Put it back')}
        onClick={() => change(begun)}
      >
        {t('was {0}', begun === '' ? '—' : shownCell(begun))}
      </button>
      {note && (
        <p id={`${id}-note`} class={isFault(note) ? 'try-fault' : 'muted'}>
          {noteText(note)}
        </p>
      )}
    </div>
  );
}

interface SliderProps {
  readonly feature: NumericFeature;
  readonly cell: string;
  readonly curve: Curve | null;
  readonly change: (cell: string) => void;
}

/** From the least to the largest value of the training part, below what each would make of the prediction. */
function Slider({ feature, cell, curve, change }: SliderProps) {
  const { name, min, max, mean } = feature;
  const value = cell.trim() === '' || Number.isNaN(Number(cell)) ? mean : Number(cell);
  return (
    <span class="try-slider">
      {curve && <CurvePicture feature={feature} curve={curve} />}
      <input
        type="range"
        aria-label={t('{0}, over its range in the training part', name)}
        title={`${formatValue(min)} … ${formatValue(max)}`}
        {...{ min, max, value }}
        step={stepOf(feature)}
        disabled={min >= max}
        onInput={event => change(shownCell(event.currentTarget.value))}
      />
    </span>
  );
}

function CurvePicture({ feature, curve }: { readonly feature: NumericFeature; readonly curve: Curve }) {
  const { run } = useExplorer();
  const { values, low, high, classIndex } = curve;
  const last = values.length - 1;
  const height = (value: number) => 10 - (10 * (value - low)) / (high - low || 1);
  const path = [...values].map((value, i) => `${((100 * i) / last).toFixed(1)} ${height(value).toFixed(2)}`);
  const word = (value: number | undefined) =>
    classIndex === null ? formatValue(value) : formatPercent(value);
  const subject = classIndex === null ? t('prediction') : `p(${run.classNames[classIndex]})`;
  const text = t(
    '{0} from {1} to {2} while {3} goes from {4} to {5}',
    ...[subject, word(values[0]), word(values[last]), feature.name],
    ...[formatValue(feature.min), formatValue(feature.max)],
  );
  return (
    <svg viewBox="0 -1 100 12" preserveAspectRatio="none" role="img" aria-label={text}>
      <title>{text}</title>
      <path d={`M${path.join('L')}`} />
    </svg>
  );
}
