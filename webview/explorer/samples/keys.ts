/** Where an item of a list lies, in pixels. */
export interface Place {
  readonly left: number;
  readonly top: number;
}

/**
 * The item that an arrow key leads to, in a list that may have several columns: left and right along the list, up and
 * down to the nearest item of the next line. Undefined for any other key, and at the ends.
 */
export function nextItem(places: readonly Place[], from: number, key: string): number | undefined {
  const here = places[from];
  if (!here) return undefined;
  switch (key) {
    case 'ArrowRight':
      return from + 1 < places.length ? from + 1 : undefined;
    case 'ArrowLeft':
      return from > 0 ? from - 1 : undefined;
    case 'Home':
      return 0;
    case 'End':
      return places.length - 1;
    case 'ArrowDown':
    case 'ArrowUp':
      return inNextLine(places, here, key === 'ArrowDown' ? 1 : -1);
    default:
      return undefined;
  }
}

function inNextLine(places: readonly Place[], here: Place, direction: 1 | -1): number | undefined {
  const distance = ({ top }: Place) => direction * (top - here.top);
  const beyond = places.filter(place => distance(place) > 0);
  const nearest = Math.min(...beyond.map(distance));
  const line = beyond.filter(place => distance(place) === nearest);
  const aside = ({ left }: Place) => Math.abs(left - here.left);
  const [first, ...others] = line;
  if (!first) return undefined;
  return places.indexOf(others.reduce((best, place) => (aside(place) < aside(best) ? place : best), first));
}
