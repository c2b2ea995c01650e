import { describe, expect, it } from 'vitest';
import { readTable } from '../../src/data/formats';
import { dataErrorOf, idxBytes, tableOf } from './support';

describe('the format of a file', () => {
  it.each(['a.csv', 'A.CSV', 'a.csv.gz', 'a.txt'])('is CSV by the name %s', path => {
    expect(tableOf('a\n1\n', path).columns[0]!.name).toBe('a');
  });

  it.each(['train-labels-idx1-ubyte', 'labels.idx', 'labels.idx1-ubyte.gz'])(
    'is IDX by the name %s',
    path => {
      expect(readTable(idxBytes([1], [3]), { key: 'data.path', path }).target).toBe('label');
    },
  );

  it('must be known', () => {
    const error = dataErrorOf(() => tableOf('', 'a.xlsx'));
    expect(error.code).toBe('unknown-format');
    expect(error.message).toContain('.csv');
  });
});
