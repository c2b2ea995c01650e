import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { configurationText } from '../../src/config/create';
import type { ColumnDescription, TableDescription } from '../../src/data/describe';
import { parsed } from './helpers';

const column = (nMissing: number): ColumnDescription => ({
  name: 'x',
  kind: 'numeric',
  nDistinct: 9,
  nMissing,
});

const iris: TableDescription = {
  target: 'species',
  task: 'classification',
  classes: 3,
  nRows: 150,
  columns: [column(0), column(0)],
};

describe('a created configuration', () => {
  it('teaches', () => {
    const text = configurationText('iris.csv', iris);
    expect(text).toContain('  path: iris.csv # 150 rows\n  target: species # the column to predict\n');
    expect(text).toContain('task: classification # the target is one of 3 classes');
    expect(parsed(text).problems).toEqual([]);
  });

  it('leaves columns out and says how to deal with missing cells', () => {
    const text = configurationText('iris.csv', {
      ...iris,
      task: 'regression',
      features: ['a', 'b'],
      missing: 'impute',
      columns: [column(1200)],
    });
    expect(text).toContain('missing: impute # 1,200 cells empty;');
    expect(parsed(text).configuration?.data).toMatchObject({ features: ['a', 'b'], missing: 'impute' });
  });

  it.each([
    ['yes'],
    ['null'],
    ['12'],
    ['1e3'],
    [' x'],
    ['a: b'],
    ['a #b'],
    ['größe'],
    ['-'],
    ['"'],
    ["it's"],
    ['a\nb'],
    ['🦄'],
    ['~'],
  ])('keeps the name %j', name => {
    expect(parsed(configurationText('iris.csv', { ...iris, target: name })).configuration?.data.target).toBe(
      name,
    );
  });

  it('keeps any name of a file or a column', () => {
    const name = fc.oneof(fc.string({ minLength: 1 }), fc.string({ minLength: 1, unit: 'grapheme' }));
    fc.assert(
      fc.property(name, name, fc.uniqueArray(name, { minLength: 1, maxLength: 5 }), (path, target, names) => {
        const features = names.filter(feature => feature !== target).concat('x');
        const file = `${path}.csv`;
        const { configuration, problems } = parsed(
          configurationText(file, { ...iris, target: `${target}!`, features }),
        );
        expect(problems).toEqual([]);
        expect(configuration?.data).toMatchObject({ path: file, target: `${target}!`, features });
      }),
    );
  });
});
