import type { RunSummary } from '../../src/protocol';

/** How the curve of a run is told from those of others: by its colour and by its line. */
export interface RunStyle {
  readonly colour: string;
  /** Lengths of line and gap, in pixels; empty for a solid line. */
  readonly dash: readonly number[];
}

/**
 * Told apart with any colour vision (after Tol 2021, "Colour schemes"), each with a contrast of at least 3 against the
 * light and the dark editor, and none like the blue and the orange of the run that is shown.
 */
const colours = ['#009e73', '#cc6677', '#8f8f2a', '#aa4499', '#808890', '#2f96a8'] as const;
const dashes = [[], [6, 3], [2, 2], [8, 3, 2, 3]] as const;

export { colours as runColours };

/**
 * Runs that began one after the other have other colours, and after a round of colours another line. A run keeps its own
 * whatever else is shown, and whatever comes after it.
 * @param runs all that are known, in any order
 * @returns by run folder
 */
export function runStyles(runs: readonly RunSummary[]): ReadonlyMap<string, RunStyle> {
  const order = runs.map(({ id, folder }) => ({ id, folder }));
  order.sort((a, b) => (a.id < b.id || (a.id === b.id && a.folder < b.folder) ? -1 : 1));
  return new Map(
    order.map(({ folder }, i) => {
      const dash = dashes[Math.floor(i / colours.length) % dashes.length]!;
      return [folder, { colour: colours[i % colours.length]!, dash }];
    }),
  );
}
