import type { Generator } from '../generators';

const radius = 5;

/** A disc within a ring; the class is told after the point was moved by the noise, which is then undone. */
export const circle: Generator = (isPositive, _progress, noise, random) => {
  const distance = radius * (isPositive ? 0.5 * random.uniform() : 0.7 + 0.3 * random.uniform());
  const angle = 2 * Math.PI * random.uniform();
  const x = distance * Math.sin(angle);
  const y = distance * Math.cos(angle);
  const xMoved = x + radius * noise * (2 * random.uniform() - 1);
  const yMoved = y + radius * noise * (2 * random.uniform() - 1);
  return { x, y, isPositive: Math.hypot(xMoved, yMoved) < 0.5 * radius };
};
