const maxWidth = 50;

/**
 * Numbers that a category becomes where nobody says how many: they grow more slowly than the categories.
 * Source: fastai, `emb_sz_rule`, with a lower limit.
 */
export const embeddingWidth = (nCategories: number): number =>
  Math.min(maxWidth, Math.ceil(1.6 * nCategories ** 0.56));
