import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allRows,
  cellError,
  cellText,
  columnsNamed,
  countDistinct,
  distinctTexts,
} from '../../src/data/columns';
import { dataErrorOf, tableOf } from './support';

describe('cellText', () => {
  it('writes numbers short, texts as they are, and nothing for a missing cell', () => {
    const { columns } = tableOf('a,b\n1.0,x\n,\n');
    expect(columns.map(column => cellText(column, 0))).toEqual(['1', 'x']);
    expect(columns.map(column => cellText(column, 1))).toEqual(['', '']);
  });
});

describe('distinctTexts', () => {
  it('sorts numbers by value and texts by code unit', () => {
    const table = tableOf('a,b\n10,b\n9,a\n2,Z\n10,b\n');
    expect(table.columns.map(column => distinctTexts(column, allRows(table)))).toEqual([
      ['2', '9', '10'],
      ['Z', 'a', 'b'],
    ]);
  });

  it('looks at the given rows only', () => {
    const table = tableOf('a,b\n1,x\n2,y\n');
    expect(distinctTexts(table.columns[1]!, Uint32Array.of(1))).toEqual(['y']);
  });

  it('is as long as countDistinct says', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('', '0', '-0', '1', '2.5'), { minLength: 1 }), cells => {
        const table = tableOf(`a,b\n${cells.map(cell => `${cell},0`).join('\n')}\n`);
        const rows = allRows(table);
        expect(countDistinct(table.columns[0]!, rows)).toBe(distinctTexts(table.columns[0]!, rows).length);
      }),
    );
  });
});

describe('columnsNamed', () => {
  it('keeps the order of the names', () => {
    const columns = columnsNamed(tableOf('a,b,c\n1,2,3\n'), ['c', 'a'], 'data.features');
    expect(columns.map(column => column.name)).toEqual(['c', 'a']);
  });

  it('suggests the nearest name', () => {
    const error = dataErrorOf(() => columnsNamed(tableOf('size,species\n1,a\n'), ['specis'], 'data.target'));
    expect(error).toMatchObject({ code: 'unknown-column', key: 'data.target' });
    expect(error.message).toContain('Did you mean "species"? There are: size, species.');
  });
});

it('cellError names line and column', () => {
  const error = cellError(tableOf('a\n1\n\n2\n'), 1, 'a', 'code', 'it is so.');
  expect(error.message).toBe('table.csv, line 4, column "a": it is so.');
  expect(error.at).toEqual({ path: 'table.csv', line: 4, column: 'a' });
});
