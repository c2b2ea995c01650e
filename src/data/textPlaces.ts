import { charactersOf } from './characters';
import { cellText } from './columns';
import { textOf } from './inputs';
import { fittedRoles } from './roles';
import type { Part, Preprocessing, TextPlace } from './types';

/** Of what lies further from the character than the model sees, no more than this is shown. */
const maxAround = 40;

/** Where each sample lies in its text; null where the samples are no places of texts. */
export function placesOf(part: Part, preprocessing: Preprocessing): ((sample: number) => TextPlace) | null {
  const text = textOf(preprocessing.features);
  if (!text) return null;
  const { target } = fittedRoles(part.table, preprocessing);
  // A text may be very long, and its samples mostly come one after another.
  let last = { row: -1, characters: [] as string[] };
  return sample => {
    const row = part.rows[sample]!;
    if (row !== last.row) last = { row, characters: [...charactersOf(cellText(target, row))] };
    return placeIn(last.characters, sample - firstSampleOf(part.rows, row), text.context);
  };
}

function placeIn(characters: readonly string[], place: number, context: number): TextPlace {
  const seenFrom = Math.max(0, place - context);
  const shownFrom = Math.max(0, seenFrom - maxAround);
  const shownTo = place + 1 + maxAround;
  const between = (from: number, to: number) => characters.slice(from, to).join('');
  return {
    before: `${shownFrom > 0 ? '…' : ''}${between(shownFrom, seenFrom)}`,
    seen: between(seenFrom, place),
    character: characters[place] ?? '',
    after: `${between(place + 1, shownTo)}${shownTo < characters.length ? '…' : ''}`,
  };
}

/** The rows ascend, so that the first sample of one is found by halving. */
export function firstSampleOf(rows: Uint32Array, row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]! < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
