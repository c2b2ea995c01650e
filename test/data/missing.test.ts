import { describe, expect, it } from 'vitest';
import { usableRows } from '../../src/data/missing';
import { chooseRoles } from '../../src/data/roles';
import type { Missing } from '../../src/data/types';
import { dataErrorOf, tableOf } from './support';

const rowsOf = (text: string, missing: Missing) => {
  const table = tableOf(text);
  return [...usableRows(table, chooseRoles(table, { target: 'class' }), missing)];
};
const gap = 'size,colour,class\n1,red,a\n\n,blue,b\n3,?,a\n4,red,b\n';

describe('usableRows', () => {
  it('names line and column of a missing cell and what to do', () => {
    const error = dataErrorOf(() => rowsOf(gap, 'error'));
    expect(error).toMatchObject({ key: 'data.missing', at: { line: 4, column: 'size' } });
    expect(error.message).toContain('missing: drop_row or missing: impute');
  });

  it.each(['NaN', 'inf', 'abc'])('names line and column of %s among numbers', cell => {
    const error = dataErrorOf(() => rowsOf(`size,class\n1,a\n2,b\n${cell},a\n`, 'error'));
    expect(error.at).toEqual({ path: 'table.csv', line: 4, column: 'size' });
  });

  it('writes out what is not a number', () => {
    expect(dataErrorOf(() => rowsOf('size,class\n1,a\n2,b\nabc,a\n', 'error')).message).toContain(
      '"abc" is not a number',
    );
  });

  it('drops rows, or keeps them to be imputed', () => {
    expect(rowsOf(gap, 'drop_row')).toEqual([0, 3]);
    expect(rowsOf(gap, 'impute')).toEqual([0, 1, 2, 3]);
  });

  it('never makes up a target', () => {
    const error = dataErrorOf(() => rowsOf('size,class\n1,a\n2,\n', 'impute'));
    expect(error.at).toMatchObject({ line: 3, column: 'class' });
    expect(error.message).toMatch(/missing: drop_row\.$/);
  });

  it('does not look at columns that are left out', () => {
    const table = tableOf('size,note,class\n1,,a\n2,,b\n');
    const roles = chooseRoles(table, { target: 'class', features: ['size'] });
    expect([...usableRows(table, roles, 'error')]).toEqual([0, 1]);
  });
});
