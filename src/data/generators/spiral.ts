import type { Generator } from '../generators';

const radius = 5;
const nTurns = 1.75;

/** Two arms that wind around each other from the origin outwards; the noise moves each point by at most itself. */
export const spiral: Generator = (isPositive, progress, noise, random) => {
  const angle = 2 * Math.PI * nTurns * progress + (isPositive ? 0 : Math.PI);
  const x = radius * progress * Math.sin(angle) + noise * (2 * random.uniform() - 1);
  const y = radius * progress * Math.cos(angle) + noise * (2 * random.uniform() - 1);
  return { x, y, isPositive };
};
