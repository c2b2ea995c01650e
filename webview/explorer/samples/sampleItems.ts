import type { Sample } from '../../../src/protocol';
import { post } from '../../host';
import { useExplorer } from '../context';
import { nextItem } from './keys';

const selector = '[data-item]';

/** What makes an element of the list a sample that can be chosen by pointer and keyboard. */
export function useSampleItems(samples: readonly Sample[]) {
  const { run, focus, dispatch } = useExplorer();
  const reachable = samples.find(({ index }) => index === focus.sample) ?? samples[0];

  const choose = (sample: number) => dispatch({ type: 'sample', sample });

  function onKeyDown(event: KeyboardEvent & { readonly currentTarget: HTMLElement }) {
    // Buttons and folds within a sample keep their keys.
    const item = event.target as HTMLElement;
    if (!item.matches(selector)) return;
    const sample = samples.find(({ index }) => String(index) === item.dataset.item);
    if (event.key === 'Enter' && sample && sample.line !== null)
      return post({ type: 'openRow', runFolder: run.folder, split: focus.split, line: sample.line });
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)];
    const places = items.map(each => each.getBoundingClientRect());
    const next = items[nextItem(places, items.indexOf(item), event.key) ?? -1];
    if (!next) return;
    event.preventDefault();
    next.focus();
    choose(Number(next.dataset.item));
  }

  const itemProps = ({ index }: Sample) => ({
    'data-item': index,
    tabIndex: index === reachable?.index ? 0 : -1,
    'aria-current': index === focus.sample,
    onClick: () => choose(index),
  });
  return { listProps: { onKeyDown }, itemProps };
}
