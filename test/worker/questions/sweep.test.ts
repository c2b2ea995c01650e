import { expect, it } from 'vitest';
import type { SweptRange } from '../../../src/protocol';
import { classification, regression } from '../support';
import { inquirer } from './support';
import { mixed, mixedTable, trained } from './tried';

const ends: SweptRange[] = [{ feature: 0, from: 2, to: 9 }];

it.each([
  ['a class', mixed, mixedTable, ['4', 'green']],
  ['a class, of another table', classification, undefined, ['4', '5']],
  ['a number', regression, undefined, ['4', '5']],
])('follows the prediction of %s as if each value had been typed', async (_, text, data, cells) => {
  const ask = inquirer(await trained(text, data));
  const { values, nPoints, classIndex } = await ask('sweep', { cells, ranges: ends });
  expect(values).toHaveLength(nPoints);
  for (const [p, value] of values.entries()) {
    const typed = [String(2 + (7 * p) / (nPoints - 1)), cells[1]!];
    const { outcome } = await ask('tryRow', { inputs: { kind: 'row', cells: typed }, original: null });
    expect(value).toBeCloseTo(
      outcome!.kind === 'class' ? outcome!.probabilities[classIndex!]! : outcome!.value,
      5,
    );
  }
});

it('varies each feature by itself', async () => {
  const ask = inquirer(await trained(classification));
  const range = { from: 0, to: 8 };
  const ranges = [
    { ...range, feature: 0 },
    { ...range, feature: 1 },
  ];
  const { values, nPoints } = await ask('sweep', { cells: ['8', '8'], ranges });
  // Both end where nothing was changed.
  expect(values[nPoints - 1]).toBeCloseTo(values[2 * nPoints - 1]!, 6);
});

it('refuses what cannot be varied', async () => {
  const ask = inquirer(await trained(mixed, mixedTable));
  const cells = ['4', 'green'];
  await expect(ask('sweep', { cells, ranges: [{ ...ends[0]!, feature: 1 }] })).rejects.toThrow('not numeric');
  await expect(ask('sweep', { cells: ['x', 'green'], ranges: ends })).rejects.toThrow('not a number');
});
