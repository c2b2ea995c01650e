import { useMemo, useRef, useState } from 'preact/hooks';
import type { Predictions, Sample, Typicality } from '../../../src/protocol';
import { type Answer, useAnswer } from '../../answers';
import { formatCount } from '../../format';
import { useChoice } from '../../hooks';
import { t } from '../../l10n';
import { useExplorer } from '../context';
import { arrange, fitsTask, type Order, orders, type SortKey } from './order';

const pageSize = 20;
/** More elements than that make a page slow; a filter narrows, a table holds all. */
export const maxShown = 200;

/** Some samples, as they are listed. */
export interface Page {
  readonly predictions: Predictions;
  /** All that pass the filter, in order. */
  readonly indices: readonly number[];
  /** The first of them. */
  readonly samples: readonly Sample[];
  /** What a person should know about how they were found. */
  readonly notes: readonly string[];
  /** What was asked for: another one is shown at once. */
  readonly request: string;
}

/** Survives hiding and reloading, as words: 'loss down'. */
export function useOrder(): [Order, (order: Order) => void] {
  const { run } = useExplorer();
  const [kept, keep] = useChoice('sampleOrder', 'loss down');
  const order = useMemo(() => {
    const [by, direction] = kept.split(' ') as [SortKey, string];
    return fitsTask(by, run.task) ? { by, isDescending: direction === 'down' } : orders.worst;
  }, [kept, run.task]);
  return [order, ({ by, isDescending }) => keep(`${by} ${isDescending ? 'down' : 'up'}`)];
}

interface PageState {
  readonly page: Page | null;
  readonly failure: string | null;
  readonly showMore: () => void;
}

/** What is to be listed; what was listed stays until it is known. */
export function usePage(order: Order): PageState {
  const { run, focus } = useExplorer();
  const { split, filter } = focus;
  // Thousands of samples may be brushed.
  const about = useMemo(
    () => JSON.stringify([run.folder, split, filter, order]),
    [run.folder, split, filter, order],
  );
  const [more, setMore] = useState({ about, nShown: pageSize });
  const nShown = more.about === about ? more.nShown : pageSize;
  const { predictions, found, typicality } = useKnown(order);

  const indices = useMemo(() => {
    const known = { found: found?.value?.indices ?? null, typicality: typicality?.value ?? null };
    const isComplete = predictions.value && (!found || found.value) && (!typicality || typicality.value);
    return isComplete ? arrange({ predictions: predictions.value!, ...known }, filter, order) : null;
  }, [predictions.value, found?.value, typicality?.value, filter, order]);
  const samples = useAnswer('samples', indices ? { split, indices: indices.slice(0, nShown) } : undefined);

  const page = useMemo<Page | null>(() => {
    if (!predictions.value || !indices || !samples.value) return null;
    const notes = [
      typicality?.value && typicalText(typicality.value, predictions.value.rows.length),
      found?.value?.withoutNumbers && t('There are too many cells to search the numbers too.'),
    ].filter(note => typeof note === 'string');
    const request = `${about} ${nShown}`;
    return { predictions: predictions.value, indices, samples: samples.value, notes, request };
  }, [indices, samples.value]);
  const kept = useRef({ page, split });
  if (page || kept.current.split !== split) kept.current = { page, split };

  const failures = [predictions, found, typicality, samples].map(answer => answer?.failure ?? null);
  return {
    page: kept.current.page,
    failure: failures.find(failure => failure !== null) ?? null,
    showMore: () => setMore({ about, nShown: Math.min(maxShown, nShown + pageSize) }),
  };
}

/** All samples of the split, and what the filter and the order need beside; null where they need nothing. */
function useKnown({ by }: Order) {
  const { split, filter } = useExplorer().focus;
  const isSearched = filter.search !== '';
  const isTypical = by === 'typical';
  const predictions = useAnswer('predictions', { split });
  const found = useAnswer('searchSamples', isSearched ? { split, text: filter.search } : undefined);
  const typicality = useAnswer('typicality', isTypical ? { split } : undefined);
  const where = <T>(isNeeded: boolean, answer: Answer<T>) => (isNeeded ? answer : null);
  return { predictions, found: where(isSearched, found), typicality: where(isTypical, typicality) };
}

function typicalText({ space, nLookedAt }: Typicality, nSamples: number): string {
  const near =
    space === 'inputs'
      ? t('Nearest to the mean of its true class first, by the scaled inputs.')
      : t('Nearest to the mean of its true class first, by the activations of the last hidden layer.');
  const isPart = nLookedAt < nSamples;
  return isPart ? `${near} ${t('Of {0} samples, evenly chosen.', formatCount(nLookedAt))}` : near;
}
