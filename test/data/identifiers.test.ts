import { describe, expect, it } from 'vitest';
import { allRows } from '../../src/data/columns';
import { checkCategories, hasTooManyCategories } from '../../src/data/identifiers';
import { dataErrorOf, tableOf } from './support';

describe('hasTooManyCategories', () => {
  it.each([
    [50, 50, false],
    [51, 102, false],
    [51, 101, true],
    [10_000, 25_000, false],
    [50_000, 1e6, false],
    [50_001, 1e6, true],
  ])('%i categories in %i rows: %s', (nDistinct, nRows, isTooMany) => {
    expect(hasTooManyCategories(nDistinct, nRows)).toBe(isTooMany);
  });
});

it('checkCategories names the column and the key that leaves it out', () => {
  const table = tableOf(`size,name\n${Array.from({ length: 60 }, (_, i) => `${i},n${i}`).join('\n')}\n`);
  const error = dataErrorOf(() => checkCategories(table.columns, allRows(table)));
  expect(error).toMatchObject({ code: 'too-many-categories', key: 'data.features' });
  expect(error.message).toContain('"name"');
});
