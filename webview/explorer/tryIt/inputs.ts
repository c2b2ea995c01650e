/** What stands in the form of Try it, and in which order. */
import type { FieldNote, Form, FormFeature, NumericFeature, TrialInputs } from '../../../src/protocol';
import { formatValue } from '../../format';
import { t } from '../../l10n';

/** Nothing in particular: each feature's mean or most frequent category, an empty picture, no text. */
export function typicalInputs(form: Form): TrialInputs {
  switch (form.kind) {
    case 'row':
      return { kind: 'row', cells: form.features.map(typicalCell) };
    case 'image': {
      const background = form.isDarkOnLight ? form.max : 0;
      return { kind: 'image', pixels: new Array<number>(form.width * form.height).fill(background) };
    }
    case 'text':
      return { kind: 'text', text: '' };
  }
}

function typicalCell(feature: FormFeature): string {
  if (feature.kind === 'category') return feature.mostFrequent;
  return String(feature.isWhole ? Math.round(feature.mean) : Number(feature.mean.toPrecision(4)));
}

/** Standard deviations from the training part's mean; null of what is no number. */
export function deviationOf(feature: FormFeature, cell: string): number | null {
  if (feature.kind !== 'numeric' || cell.trim() === '') return null;
  const value = Number(cell);
  return Number.isFinite(value) ? (value - feature.mean) / (feature.std || 1) : null;
}

/** More than this are not laid out at once; the others are found by their name. */
export const maxFields = 30;

/**
 * The features that get a field, by index: in the order of the data where they are few, else those that deviate most in
 * the row that was begun with, so that the order stays while cells are changed.
 */
export function fieldsShown(
  features: readonly FormFeature[],
  begun: readonly string[],
  search: string,
): number[] {
  const wanted = search.trim().toLowerCase();
  const found = [...features.keys()].filter(i => features[i]!.name.toLowerCase().includes(wanted));
  if (features.length <= maxFields) return found;
  const size = (i: number) => Math.abs(deviationOf(features[i]!, begun[i] ?? '') ?? 0);
  return found.sort((a, b) => size(b) - size(a) || a - b).slice(0, maxFields);
}

/** Steps of a slider that fit its range: 0.01 for 4.3 … 7.9. */
export function stepOf({ min, max, isWhole }: NumericFeature): number {
  if (isWhole) return 1;
  const step = 10 ** Math.floor(Math.log10((max - min) / 50));
  return step > 0 ? step : 1;
}

/** As it is read; measured numbers have digits that nobody reads. */
export const shownCell = (cell: string): string => {
  const value = Number(cell);
  return cell.length > 9 && Number.isFinite(value) ? String(Number(value.toPrecision(6))) : cell;
};

/** What is wrong with an input, or what it is taken for. */
export function noteText({ code, detail }: FieldNote): string {
  switch (code) {
    case 'notNumber':
      return t('“{0}” is not a number. Write it with a point: 1.5', detail);
    case 'missing':
      return t('Missing, and this run fills nothing in. Give a value.');
    case 'imputed':
      return t('Missing: taken as {0}, as in training', shownOf(detail));
    case 'unknownCategory':
      return t('Not in the training part: counts as none of its categories');
    case 'unknownCharacter':
      return t('Not in the training part: {0}', detail);
  }
}

export const isFault = ({ code }: FieldNote): boolean => code !== 'imputed' && code !== 'unknownCategory';

const shownOf = (detail: string) => (Number.isNaN(Number(detail)) ? detail : formatValue(Number(detail)));
