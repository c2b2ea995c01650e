import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Predictions, Split } from '../../../src/protocol';
import { formatCount } from '../../format';
import { t } from '../../l10n';
import { useExplorer } from '../context';
import { splitText } from '../splitText';
import { nameOfOrder, type Order, type OrderName, orderNames, orders } from './order';
import { tagMeaning, tagWords } from './tags';

const searchDelayMs = 250;

interface ToolbarProps {
  readonly predictions: Predictions | null;
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
}

/** Which samples, and in which order. */
export function Toolbar({ predictions, order, onOrder }: ToolbarProps) {
  const { run } = useExplorer();
  return (
    <div class="samples-toolbar">
      <SplitSelect />
      <OrderSelect kind={run.task === 'classification' ? 'class' : 'value'} order={order} onOrder={onOrder} />
      {run.task === 'classification' && (
        <>
          <ClassSelect label={t('True class')} filterKey="trueClass" />
          <ClassSelect label={t('Predicted class')} filterKey="predictedClass" />
          {predictions && predictions.tagNames.length > 0 && <TagSelect names={predictions.tagNames} />}
        </>
      )}
      <Search />
    </div>
  );
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: ComponentChildren;
}

const Select = ({ label, value, onChange, children }: SelectProps) => (
  <label class="labelled">
    <span>{label}</span>
    <select value={value} onChange={event => onChange(event.currentTarget.value)}>
      {children}
    </select>
  </label>
);

/** Only the parts that the run has. */
function SplitSelect() {
  const { run, focus, dispatch } = useExplorer();
  const counts: Record<Split, number> = { validation: run.nValidation, test: run.nTest, train: run.nTrain };
  const splits = (Object.keys(counts) as Split[]).filter(split => counts[split] > 0);
  return (
    <Select
      label={t('Part')}
      value={focus.split}
      onChange={value => dispatch({ type: 'split', split: value as Split })}
    >
      {splits.map(split => (
        <option key={split} value={split}>
          {splitText(split)} ({formatCount(counts[split])})
        </option>
      ))}
    </Select>
  );
}

const orderWords = (name: OrderName, kind: 'class' | 'value'): string => {
  switch (name) {
    case 'worst':
      return kind === 'class' ? t('worst first') : t('largest residuals');
    case 'best':
      return kind === 'class' ? t('best first') : t('smallest residuals');
    case 'typical':
      return t('most typical');
    case 'ambiguous':
      return t('most ambiguous');
    case 'file':
      return t('as in the data');
  }
};

interface OrderSelectProps extends Omit<ToolbarProps, 'predictions'> {
  readonly kind: 'class' | 'value';
}

function OrderSelect({ kind, order, onOrder }: OrderSelectProps) {
  const name = nameOfOrder(order);
  return (
    <Select label={t('Order')} value={name ?? ''} onChange={value => onOrder(orders[value as OrderName])}>
      {name === undefined && <option value="">{t('by a column')}</option>}
      {orderNames(kind).map(each => (
        <option key={each} value={each}>
          {orderWords(each, kind)}
        </option>
      ))}
    </Select>
  );
}

interface ClassSelectProps {
  readonly label: string;
  readonly filterKey: 'trueClass' | 'predictedClass';
}

function ClassSelect({ label, filterKey }: ClassSelectProps) {
  const { run, focus, dispatch } = useExplorer();
  const choose = (value: string) =>
    dispatch({ type: 'filter', filter: { [filterKey]: value === '' ? null : Number(value) } });
  return (
    <Select label={label} value={String(focus.filter[filterKey] ?? '')} onChange={choose}>
      <option value="">{t('all')}</option>
      {run.classNames.map((name, i) => (
        <option key={name} value={String(i)}>
          {name}
        </option>
      ))}
    </Select>
  );
}

function TagSelect({ names }: { readonly names: readonly string[] }) {
  const { focus, dispatch } = useExplorer();
  return (
    <Select
      label={t('Tag')}
      value={focus.filter.tag ?? ''}
      onChange={value => dispatch({ type: 'filter', filter: { tag: value || null } })}
    >
      <option value="">{t('all')}</option>
      {names.map(name => (
        <option key={name} value={name} title={tagMeaning(name)}>
          {tagWords(name)}
        </option>
      ))}
    </Select>
  );
}

/** Searches when typing rests. */
function Search() {
  const { focus, dispatch } = useExplorer();
  const { search } = focus.filter;
  const [text, setText] = useState(search);
  // A space at the end is no other search, but the beginning of a second word.
  useEffect(() => setText(typed => (typed.trim() === search ? typed : search)), [search]);
  useEffect(() => {
    if (text.trim() === search) return;
    const timer = setTimeout(
      () => dispatch({ type: 'filter', filter: { search: text.trim() } }),
      searchDelayMs,
    );
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <label class="labelled">
      <span>{t('Search')}</span>
      <input
        type="search"
        maxLength={200}
        placeholder={t('text or number')}
        value={text}
        onInput={event => setText(event.currentTarget.value)}
      />
    </label>
  );
}
