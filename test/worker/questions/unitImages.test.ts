import { expect, it } from 'vitest';
import { classification, projectPlatform, train } from '../support';
import { inquirer } from './support';

it('units are images of the pixels, longest weight vector first', async () => {
  const platform = projectPlatform();
  const image = 'image: { width: 2, height: 1 }\n  features: [x, y]';
  await train(platform, { text: classification.replace('features: [x, y]', image) });
  const ask = inquirer(platform);
  const { units, nAll, image: shape, limit } = await ask('unitImages', null);
  expect([nAll, shape]).toEqual([4, { width: 2, height: 1 }]);
  const norms = units.map(({ norm }) => norm);
  expect(norms).toEqual([...norms].sort((a, b) => b - a));
  const { weights, vectors } = await ask('layer', { layer: 'hidden 1', order: 'model', search: '' });
  for (const { unit, name, bias, norm, weights: pixels } of units) {
    expect(name).toBe(`unit ${unit + 1}`);
    expect([...pixels]).toEqual([weights[unit], weights[4 + unit]]);
    expect(bias).toBe(vectors[0]!.values[unit]);
    expect(norm).toBeCloseTo(Math.hypot(...pixels), 5);
  }
  expect(limit).toBe(Math.max(...weights.map(Math.abs)));
});
