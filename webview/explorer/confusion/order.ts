/** In which order classes stand in the matrix. */
import type { ConfusedPair, Confusion } from './counts';

export const classOrders = ['classes', 'errors', 'neighbours'] as const;
export type ClassOrder = (typeof classOrders)[number];

/** More rows and columns nobody can read. */
export const maxShownClasses = 100;

/** The classes of the matrix: all, or the most confused of them, in the order that is asked for. */
export function shownClasses(confusion: Confusion, order: ClassOrder): number[] {
  const errors = errorsOf(confusion);
  const all = Array.from(confusion.support.keys());
  const byErrors = all.sort((a, b) => errors[b]! - errors[a]! || a - b).slice(0, maxShownClasses);
  if (order === 'errors') return byErrors;
  const byNumber = byErrors.sort((a, b) => a - b);
  return order === 'classes' ? byNumber : sideBySide(byNumber, confusion.pairs);
}

/** (classes): samples of the class that were missed, and others that were taken for it. */
function errorsOf({ support, pairs }: Confusion): Uint32Array {
  const errors = new Uint32Array(support.length);
  for (const { trueClass, predictedClass, count } of pairs) {
    errors[trueClass]! += count;
    errors[predictedClass]! += count;
  }
  return errors;
}

/**
 * Chains of classes that are confused with each other, so that the errors lie near the diagonal: the strongest link that
 * is left joins the ends of two chains, as in the shortest-edge heuristic for a tour.
 */
function sideBySide(classes: readonly number[], pairs: readonly ConfusedPair[]): number[] {
  const chainOf = new Map(classes.map(c => [c, [c]]));
  for (const [a, b] of linksOf(pairs)) {
    const [left, right] = [chainOf.get(a), chainOf.get(b)];
    if (!left || !right || left === right || !isEnd(left, a) || !isEnd(right, b)) continue;
    if (left[0] === a) left.reverse();
    if (right[0] !== b) right.reverse();
    left.push(...right);
    for (const c of right) chainOf.set(c, left);
  }
  const chains = [...new Set(chainOf.values())];
  for (const chain of chains) if (chain[0]! > chain.at(-1)!) chain.reverse();
  // The longest chain first, and those that nobody confuses last.
  return chains.sort((a, b) => b.length - a.length || a[0]! - b[0]!).flat();
}

/** Pairs of classes, either way round, those first that are confused most. */
function linksOf(pairs: readonly ConfusedPair[]): (readonly [number, number])[] {
  const links = new Map<string, { readonly ends: readonly [number, number]; count: number }>();
  for (const { trueClass, predictedClass, count } of pairs) {
    const ends = [Math.min(trueClass, predictedClass), Math.max(trueClass, predictedClass)] as const;
    const link = links.get(ends.join()) ?? { ends, count: 0 };
    link.count += count;
    links.set(ends.join(), link);
  }
  return [...links.values()].sort((a, b) => b.count - a.count).map(({ ends }) => ends);
}

const isEnd = (chain: readonly number[], c: number) => chain[0] === c || chain.at(-1) === c;
