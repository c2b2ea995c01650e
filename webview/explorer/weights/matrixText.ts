import type { LayerMatrix } from '../../../src/protocol';
import { formatCount, formatSigned } from '../../format';
import { t } from '../../l10n';
import type { Cell } from '../grid';

/** 'petal_width × unit 3 = −0.412'; empty where an answer has fewer rows than the one before. */
export function cellText({ rows, columns, weights, vectors }: LayerMatrix, { row, column }: Cell): string {
  const vector = vectors[row - rows.names.length];
  const name = vector?.name ?? rows.names[row];
  const value = vector ? vector.values[column] : weights[row * columns.names.length + column];
  return name === undefined || value === undefined
    ? ''
    : `${name} × ${columns.names[column]} = ${formatSigned(value)}`;
}

/** What is shown, and what is left out. */
export function captionOf({ rows, columns, vectors }: LayerMatrix): string {
  const shape = t(
    'Rows: {0} of {1} · columns: {2} of {3}',
    ...[formatCount(rows.names.length), formatCount(rows.nAll)],
    ...[formatCount(columns.names.length), formatCount(columns.nAll)],
  );
  const isCut = rows.names.length < rows.nFound || columns.names.length < columns.nAll;
  const cut = t('those with the longest weight vectors; find any other row by its name');
  const gain = t('a gain is coloured by what it is more or less than 1');
  return [
    shape,
    ...(isCut ? [cut] : []),
    ...(vectors.some(({ name }) => name === 'gain') ? [gain] : []),
  ].join(' · ');
}
