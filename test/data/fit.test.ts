import { describe, expect, it } from 'vitest';
import { allRows } from '../../src/data/columns';
import { fit } from '../../src/data/fit';
import { chooseRoles } from '../../src/data/roles';
import type { Missing, NumericEncoding, Scaling } from '../../src/data/types';
import { dataErrorOf, tableOf } from './support';

const fitted = (text: string, scaling: Scaling = 'standard', missing: Missing = 'error', rows?: number[]) => {
  const table = tableOf(text);
  return fit(
    chooseRoles(table, { target: 'class' }),
    rows ? Uint32Array.from(rows) : allRows(table),
    ['a', 'b'],
    { scaling, missing, categorical: 'one_hot' },
  );
};
const numbers = 'x,class\n2,a\n4,b\n4,a\n6,b\n';

describe('fit', () => {
  it.each<[Scaling, number, number]>([
    ['standard', 4, Math.SQRT2],
    ['min_max', 2, 4],
    ['unit', 0, 255],
    ['none', 0, 1],
  ])('scales by %s', (scaling, shift, scale) => {
    const figures = { mean: 4, std: Math.SQRT2, max: 6 };
    expect(fitted(numbers, scaling).features).toEqual([
      { kind: 'numeric', name: 'x', shift, scale, fill: null, ...figures },
    ]);
  });

  it.each<Scaling>(['standard', 'min_max', 'unit', 'none'])('never divides by 0 (%s)', scaling => {
    const [feature] = fitted('x,class\n0.1,a\n0.1,b\n0.1,a\n', scaling).features as [NumericEncoding];
    const scaled = (0.1 - feature.shift) / feature.scale;
    expect(Number.isFinite(scaled)).toBe(true);
    if (scaling === 'standard' || scaling === 'min_max') expect(scaled).toBe(0);
  });

  it('looks at the training part only', () => {
    expect(fitted('x,class\n1,a\n3,b\n1000,a\n', 'standard', 'error', [0, 1]).features[0]).toMatchObject({
      shift: 2,
      scale: 1,
    });
    expect(
      fitted('x,class\nred,a\nblue,b\ngreen,a\n', 'standard', 'error', [0, 1]).features[0],
    ).toMatchObject({
      categories: ['blue', 'red'],
    });
  });

  it('has an input for each category', () => {
    expect(fitted('size,colour,class\n1,red,a\n2,blue,b\n').inputNames).toEqual([
      'size',
      'colour=blue',
      'colour=red',
    ]);
  });

  it('embeds categories in as many numbers as are asked for, or as suit them', () => {
    const table = tableOf('size,colour,class\n1,red,a\n2,blue,b\n');
    const roles = chooseRoles(table, { target: 'class' });
    const options = { scaling: 'none', missing: 'error', categorical: 'embedding' } as const;
    const widthFor = (embedding_dim?: number) =>
      fit(roles, allRows(table), ['a', 'b'], { ...options, embedding_dim }).features[1];
    expect(widthFor(7)).toMatchObject({ kind: 'embedding', categories: ['blue', 'red'], width: 7 });
    expect(widthFor()).toMatchObject({ width: 3 });
  });

  it('imputes the mean and the most frequent category', () => {
    const { features } = fitted('size,colour,class\n1,red,a\n3,blue,b\n,,a\n5,red,b\n', 'none', 'impute');
    expect(features).toMatchObject([{ fill: 3 }, { fill: 'red' }]);
  });

  it('refuses a column without a value', () => {
    const error = dataErrorOf(() => fitted('x,z,class\n,1,a\n,2,b\n', 'standard', 'impute'));
    expect(error).toMatchObject({ code: 'empty-column', key: 'data.features' });
  });

  it('standardises the target of a regression, unless nothing is scaled', () => {
    const table = tableOf('x,price\n0,2\n1,4\n2,4\n3,6\n');
    const roles = chooseRoles(table, { target: 'price' });
    const targetFor = (scaling: Scaling) =>
      fit(roles, allRows(table), null, { scaling, missing: 'error', categorical: 'one_hot' }).target;
    expect(targetFor('min_max')).toEqual({ kind: 'numeric', name: 'price', shift: 4, scale: Math.SQRT2 });
    expect(targetFor('none')).toEqual({ kind: 'numeric', name: 'price', shift: 0, scale: 1 });
  });

  it('is plain JSON', () => {
    const preprocessing = fitted('size,colour,class\n1,red,a\n2,blue,b\n', 'standard', 'impute');
    expect(JSON.parse(JSON.stringify(preprocessing))).toEqual(preprocessing);
  });
});
