import { expect, test } from 'vitest';
import { chipsOf } from '../../../../webview/explorer/samples/chips';
import { noFilter, type SampleFilter } from '../../../../webview/focus';

const words = (filter: Partial<SampleFilter>) =>
  chipsOf({ ...noFilter, ...filter }, ['cat', 'dog']).map(chip => chip.words);

test('no filter has no chips', () => {
  expect(words({})).toEqual([]);
});

test('each part of the filter is a chip, and both classes are one', () => {
  expect(words({ trueClass: 0, predictedClass: 1 })).toEqual(['true cat → predicted dog']);
  expect(words({ trueClass: 0 })).toEqual(['true cat']);
  expect(
    words({ predictedClass: 1, tag: 'ambiguous', search: 'x', chosen: { indices: [1], words: 'brushed' } }),
  ).toEqual([...['predicted dog', 'ambiguous', 'contains “x”', 'brushed']]);
});

test('a chip that goes takes its own part with it, and leaves the others', () => {
  const filter: SampleFilter = {
    ...noFilter,
    trueClass: 0,
    predictedClass: 1,
    tag: 'ambiguous',
    search: 'x',
  };
  const [cell, ...others] = chipsOf(filter, ['cat', 'dog']);
  expect({ ...filter, ...cell!.cleared }).toEqual({ ...noFilter, tag: 'ambiguous', search: 'x' });
  const left = Object.assign({}, filter, ...others.map(({ cleared }) => cleared));
  expect(left).toEqual({ ...noFilter, trueClass: 0, predictedClass: 1 });
});
