/** Added to each variance, so that constant values do not divide by 0; as in PyTorch. */
export const varianceEpsilon = 1e-5;
