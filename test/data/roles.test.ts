import { describe, expect, it } from 'vitest';
import { chooseRoles } from '../../src/data/roles';
import { dataErrorOf, tableOf } from './support';

const table = tableOf('a,b,c,d,colour,class\n1,2,3,4,red,x\n5,6,7,8,blue,y\n');
const rolesOf = (options: Parameters<typeof chooseRoles>[1]) => {
  const { target, features, image } = chooseRoles(table, options);
  return { target: target.name, features: features.map(feature => feature.name), image };
};

describe('chooseRoles', () => {
  it('takes all columns but the target as features', () => {
    expect(rolesOf({ target: 'class' })).toEqual({
      target: 'class',
      features: ['a', 'b', 'c', 'd', 'colour'],
      image: null,
    });
  });

  it('takes the features that are named, each once', () => {
    expect(rolesOf({ target: 'class', features: ['b', 'a', 'b'] }).features).toEqual(['b', 'a']);
  });

  it.each([
    ['a missing target', {}, 'no-target', 'data.target'],
    ['an unknown target', { target: 'clas' }, 'unknown-column', 'data.target'],
    ['an unknown feature', { target: 'class', features: ['colr'] }, 'unknown-column', 'data.features'],
    ['the target among the features', { target: 'a', features: ['a'] }, 'target-is-feature', 'data.features'],
    ['no feature', { target: 'a', features: [] }, 'no-features', 'data.features'],
    [
      'an image that does not fit',
      { target: 'class', image: { width: 2, height: 2 } },
      'image-shape',
      'data.image',
    ],
  ])('refuses %s', (_, options, code, key) => {
    expect(dataErrorOf(() => rolesOf(options))).toMatchObject({ code, key });
  });

  it('lists the columns when no target is named', () => {
    expect(dataErrorOf(() => rolesOf({})).message).toContain('a, b, c, d, colour, class');
  });

  it('takes an image over just its pixels', () => {
    const image = { width: 2, height: 2 };
    expect(rolesOf({ target: 'class', features: ['a', 'b', 'c', 'd'], image }).image).toEqual(image);
  });

  it('drops the shape that the file knows when pixels are left out', () => {
    const known = { ...table, target: 'class', image: { width: 2, height: 2 } };
    expect(chooseRoles(known, { features: ['a', 'b', 'c', 'd'] }).image).toEqual(known.image);
    expect(chooseRoles(known, { features: ['a', 'b'] }).image).toBeNull();
  });
});
