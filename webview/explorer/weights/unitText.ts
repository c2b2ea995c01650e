import type { ImageShape, UnitImage } from '../../../src/protocol';
import { formatSigned } from '../../format';
import { t } from '../../l10n';
import type { Cell } from '../grid';

/** As they come, longest weight vector first, or as the layer has them. */
export type UnitOrder = 'norm' | 'number';

export const inOrder = (units: readonly UnitImage[], order: UnitOrder): readonly UnitImage[] =>
  order === 'norm' ? units : [...units].sort((a, b) => a.unit - b.unit);

/** 'unit 3, row 5, column 7 = −0.412' */
export const pixelText = (
  { name, weights }: UnitImage,
  { width }: ImageShape,
  { row, column }: Cell,
): string =>
  t(
    '{0}, row {1}, column {2} = {3}',
    ...[name, row + 1, column + 1, formatSigned(weights[row * width + column])],
  );
