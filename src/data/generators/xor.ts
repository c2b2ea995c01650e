import type { Generator } from '../generators';

const radius = 5;
/** Keeps the four squares apart. */
const padding = 0.3;

/** Four squares; positive where x and y have the same sign, told after the point was moved by the noise. */
export const xor: Generator = (isPositive, _progress, noise, random) => {
  const xSign = random.uniform() < 0.5 ? -1 : 1;
  const x = xSign * (padding + radius * random.uniform());
  const y = (isPositive ? xSign : -xSign) * (padding + radius * random.uniform());
  const xMoved = x + radius * noise * (2 * random.uniform() - 1);
  const yMoved = y + radius * noise * (2 * random.uniform() - 1);
  return { x, y, isPositive: xMoved * yMoved >= 0 };
};
