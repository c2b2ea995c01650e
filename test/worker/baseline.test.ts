import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../src/data/load';
import { baselineOf } from '../../src/worker/baseline';
import { optionsOf, sourceOf } from '../data/support';

const files = {
  'train.csv': 'x,y\n1,a\n2,a\n3,a\n4,b\n',
  'new.csv': 'x,y\n1,a\n2,b\n',
  'n.csv': 'x,y\n1,0.5\n2,0.25\n',
};
const baselineFor = async (options: object) =>
  baselineOf(
    await loadDataset(optionsOf({ path: 'train.csv', target: 'y', ...options }), 1, sourceOf(files)),
  );

describe('the baseline', () => {
  it('is the loss on the validation part of the frequencies of the training part', async () => {
    // Trained on 3 a and 1 b; asked for one of each: −(ln ¾ + ln ¼) / 2.
    const expected = -(Math.log(3 / 4) + Math.log(1 / 4)) / 2;
    expect(await baselineFor({ validation_path: 'new.csv' })).toBeCloseTo(expected, 12);
  });

  it('does not exist for a quantity, or without a validation part', async () => {
    expect(await baselineFor({ path: 'n.csv', validation_path: 'n.csv' })).toBeNull();
    expect(await baselineFor({ validation_fraction: 0 })).toBeNull();
  });
});
