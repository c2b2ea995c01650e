import type { Predictions, TagName } from '../../../src/protocol';
import { t } from '../../l10n';

const words: Record<TagName, () => string> = {
  'confidently wrong': () => t('confidently wrong'),
  ambiguous: () => t('ambiguous'),
  systematic: () => t('systematic'),
  'label suspect': () => t('label suspect'),
};

const meanings: Record<TagName, () => string> = {
  'confidently wrong': () => t('The predicted class is wrong, and its probability is at least 90 %.'),
  ambiguous: () => t('The two likeliest classes are less than 10 percentage points apart.'),
  systematic: () =>
    t(
      'Wrong, and so are many others: this pair of classes is confused at least three times, and twice as often as a pair on average.',
    ),
  'label suspect': () =>
    t('Never learned, epoch after epoch, though most other samples were: look whether the label is right.'),
};

const isTag = (name: string): name is TagName => Object.hasOwn(words, name);

export const tagWords = (name: string): string => (isTag(name) ? words[name]() : name);
export const tagMeaning = (name: string): string => (isTag(name) ? meanings[name]() : '');

export const tagsOf = ({ tags, tagNames }: Predictions, sample: number): TagName[] =>
  tagNames.filter((_, bit) => ((tags[sample] ?? 0) & (1 << bit)) !== 0);

/** What is conspicuous about a sample, in words. */
export function Tags({ names }: { readonly names: readonly TagName[] }) {
  if (names.length === 0) return null;
  return (
    <ul class="tags" aria-label={t('Tags')}>
      {names.map(name => (
        <li key={name} title={tagMeaning(name)}>
          {tagWords(name)}
        </li>
      ))}
    </ul>
  );
}
