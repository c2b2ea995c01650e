import { describe, expect, it } from 'vitest';
import type { RowForm } from '../../../src/protocol';
import { inquirer } from './support';
import { mixed, mixedTable, trained } from './tried';

describe('the form', () => {
  it('has the figures of the training part', async () => {
    const ask = inquirer(await trained(mixed, mixedTable, ['data.validation_fraction=0']));
    const { features } = (await ask('form', null)) as RowForm;
    const sizes = mixedTable
      .split('\n')
      .slice(1)
      .map(line => line.split(',')[0]!)
      .filter(Boolean)
      .map(Number);
    expect(features[0]).toMatchObject({
      ...{ kind: 'numeric', name: 'size', isWhole: true, mayBeMissing: true },
      ...{ min: Math.min(...sizes), max: Math.max(...sizes) },
      mean: expect.closeTo(sizes.reduce((sum, size) => sum + size, 0) / sizes.length, 10),
    });
    expect(features[1]).toMatchObject({
      ...{ kind: 'category', name: 'colour', categories: ['blue', 'green', 'red'], nCategories: 3 },
      mayBeMissing: true,
    });
  });
});
