import type { Terms } from '../../../src/protocol';
import type { Cell, NumberTable } from './tables';

/** The terms of one sum as rows: weight, other factor, product; what was too much to be sent is added up. */
export function sumOf(
  { of, weights, products, rest, nShown, nTerms }: Terms,
  sum: number,
  termAt: (i: number) => { readonly name: string; readonly factor: Cell },
): Required<Pick<NumberTable, 'rows' | 'rest'>> {
  const rows = Array.from({ length: nShown }, (_, k) => {
    const at = sum * nShown + k;
    const id = of[at]!;
    const { name, factor } = termAt(id);
    return { id, name, cells: [weights[at]!, factor, products[at]!] };
  });
  return { rows, rest: { count: nTerms - nShown, sum: rest[sum]! } };
}
