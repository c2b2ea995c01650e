import type { TextPlace } from '../../../src/protocol';
import { t } from '../../l10n';

/** A text with the character that is to be predicted marked, and what the model sees of it. */
export function PlaceInText({ place: { before, seen, character, after } }: { readonly place: TextPlace }) {
  return (
    <p
      class="place"
      title={t('Marked: the character to be predicted. Underlined: the characters that the model sees.')}
    >
      <span class="muted">{before}</span>
      <span class="seen">{seen}</span>
      <mark>{character === '' ? t('end') : character.trim() === '' ? '␣' : character}</mark>
      <span class="muted">{after}</span>
    </p>
  );
}
