import type { Generator } from '../generators';

/** Two clouds around (2, 2) and (−2, −2); the noise 0 … 0.5 widens their variance from 0.5 to 4. */
export const gauss: Generator = (isPositive, _progress, noise, random) => {
  const centre = isPositive ? 2 : -2;
  const std = Math.sqrt(0.5 + 7 * noise);
  return { x: centre + std * random.normal(), y: centre + std * random.normal(), isPositive };
};
