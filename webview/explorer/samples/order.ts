/** Which samples are listed, and in which order: pure functions of what is known about all samples of a split. */
import type { Predictions, TagName, Typicality } from '../../../src/protocol';
import type { SampleFilter } from '../../focus';

export type SortKey =
  | 'loss'
  | 'row'
  | 'typical'
  | 'margin'
  | 'trueClass'
  | 'predictedClass'
  | 'probabilityOfTrue'
  | 'probabilityOfPredicted'
  | 'trueValue'
  | 'predictedValue'
  | 'residual';

export interface Order {
  readonly by: SortKey;
  readonly isDescending: boolean;
}

/** The orders that have a name. */
export const orders = {
  worst: { by: 'loss', isDescending: true },
  best: { by: 'loss', isDescending: false },
  typical: { by: 'typical', isDescending: false },
  ambiguous: { by: 'margin', isDescending: false },
  file: { by: 'row', isDescending: false },
} as const satisfies Record<string, Order>;
export type OrderName = keyof typeof orders;

/** Samples of classes have all of them; of quantities only those whose meaning needs no class. */
export const orderNames = (kind: Predictions['outcome']['kind']): readonly OrderName[] =>
  kind === 'class' ? ['worst', 'best', 'typical', 'ambiguous', 'file'] : ['worst', 'best', 'file'];

export const nameOfOrder = (order: Order): OrderName | undefined =>
  (Object.keys(orders) as OrderName[]).find(
    name => orders[name].by === order.by && orders[name].isDescending === order.isDescending,
  );

/** What a click on the head of a column makes of the order: first what is remarkable, then the other way round. */
export function orderByColumn(order: Order, by: SortKey): Order {
  if (order.by === by) return { by, isDescending: !order.isDescending };
  const isDescending = by === 'loss' || by === 'probabilityOfPredicted' || by === 'residual';
  return { by, isDescending };
}

export interface Known {
  readonly predictions: Predictions;
  /** Needed when samples are ordered by it. */
  readonly typicality: Typicality | null;
  /** Indices that a search found; null when nothing is searched for. */
  readonly found: Uint32Array | null;
}

/** Indices in the split of the samples that pass the filter, in order; of equals the one that comes first in the data. */
export function arrange(known: Known, filter: SampleFilter, order: Order): number[] {
  const indices = passing(known, filter);
  const values = valuesBy(known, order.by);
  if (!values) return indices;
  const sign = order.isDescending ? -1 : 1;
  return indices
    .filter(i => !Number.isNaN(values(i)))
    .sort((a, b) => sign * (values(a) - values(b)) || a - b)
    .concat(indices.filter(i => Number.isNaN(values(i))));
}

function passing({ predictions, found }: Known, filter: SampleFilter): number[] {
  const { outcome, tags, tagNames, rows } = predictions;
  const { trueClass, predictedClass, tag, chosen } = filter;
  const bit = tagNames.indexOf(tag as TagName);
  const isFound = found && new Set(found);
  const isChosen = chosen && new Set(chosen.indices);
  const passes = (i: number) =>
    (outcome.kind === 'value' ||
      ((trueClass === null || outcome.trueClass[i] === trueClass) &&
        (predictedClass === null || outcome.predictedClass[i] === predictedClass))) &&
    (tag === null || (bit >= 0 && (tags[i]! & (1 << bit)) !== 0)) &&
    (!isFound || isFound.has(i)) &&
    (!isChosen || isChosen.has(i));
  return Array.from(rows.keys()).filter(passes);
}

/** Undefined where a sample has no such value: the order of the data stays. */
function valuesBy({ predictions, typicality }: Known, by: SortKey): ((i: number) => number) | undefined {
  const { losses, outcome } = predictions;
  switch (by) {
    case 'row':
      return undefined;
    case 'loss':
      return i => losses[i]!;
    case 'typical':
      return typicality ? i => typicality.distances[i]! : undefined;
    default:
      return outcome.kind === 'class' ? classValues(outcome, by) : quantityValues(outcome, by);
  }
}

type OutcomesOf<K> = Extract<Predictions['outcome'], { kind: K }>;

function classValues(outcome: OutcomesOf<'class'>, by: SortKey) {
  if (by === 'margin')
    return (i: number) => outcome.probabilityOfPredicted[i]! - outcome.probabilityOfSecond[i]!;
  if (by === 'residual' || by === 'trueValue' || by === 'predictedValue') return undefined;
  const values = outcome[by as 'trueClass'];
  return (i: number) => values[i]!;
}

function quantityValues({ trueValue, predictedValue }: OutcomesOf<'value'>, by: SortKey) {
  if (by === 'trueValue') return (i: number) => trueValue[i]!;
  if (by === 'predictedValue') return (i: number) => predictedValue[i]!;
  return by === 'residual' ? (i: number) => predictedValue[i]! - trueValue[i]! : undefined;
}

const keysOfQuantities: readonly SortKey[] = ['trueValue', 'predictedValue', 'residual'];
const keysOfAll: readonly SortKey[] = ['loss', 'row'];
const keysOfClasses: readonly SortKey[] = [
  ...(['typical', 'margin', 'trueClass', 'predictedClass'] as const),
  ...(['probabilityOfTrue', 'probabilityOfPredicted'] as const),
];

/** Whether samples of that task have such a value. */
export const fitsTask = (by: SortKey, task: 'classification' | 'regression'): boolean =>
  keysOfAll.includes(by) || (task === 'classification' ? keysOfClasses : keysOfQuantities).includes(by);
