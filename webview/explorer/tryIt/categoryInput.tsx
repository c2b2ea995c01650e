import type { CategoryFeature } from '../../../src/protocol';
import { formatCount } from '../../format';
import { t } from '../../l10n';

interface CategoryInputProps {
  readonly id: string;
  readonly feature: CategoryFeature;
  readonly cell: string;
  readonly change: (cell: string) => void;
}

/** A text that no data file has, to see what the model does without a category that it knows. */
const another = '(another)';

/** The categories of the training part in a list; very many are typed. */
export function CategoryInput({ id, feature, cell, change }: CategoryInputProps) {
  const { categories, nCategories, mayBeMissing } = feature;
  if (nCategories > categories.length)
    return (
      <input
        class="try-choice"
        id={id}
        value={cell}
        placeholder={t('one of {0}', formatCount(nCategories))}
        onInput={event => change(event.currentTarget.value)}
      />
    );
  const isOther = cell !== '' && cell !== another && !categories.includes(cell);
  return (
    <select class="try-choice" id={id} value={cell} onChange={event => change(event.currentTarget.value)}>
      {isOther && <option value={cell}>{cell}</option>}
      {categories.map(category => (
        <option key={category} value={category}>
          {category}
        </option>
      ))}
      {(mayBeMissing || cell === '') && <option value="">{t('— (missing)')}</option>}
      <option value={another}>{t('another one')}</option>
    </select>
  );
}
