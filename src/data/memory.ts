import { sharedBytes } from './numbers';
import { fittedRoles } from './roles';
import { DataError, type Preprocessing, type Table } from './types';

export const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`;

/**
 * What memory does not hold, refused before it is allocated.
 * @param need what needs the memory, and its verb: `A model of 12 parameters needs`
 */
export const tooLarge = (
  key: DataError['key'],
  need: string,
  neededBytes: number,
  limitBytes: number,
  remedy: string,
  at?: DataError['at'],
): DataError =>
  new DataError(
    'too-large',
    key,
    `${need} ${gigabytes(neededBytes)} of memory; ${gigabytes(limitBytes)} are allowed on this machine. ${remedy}`,
    at,
  );

/** Refuses rows whose numbers and choices would not fit. */
export function checkInputs(
  table: Table,
  nRows: number,
  preprocessing: Preprocessing,
  limitBytes: number,
): void {
  const { features } = fittedRoles(table, preprocessing);
  const neededBytes = nRows * features.length * (sharedBytes(features) ? 1 : Float32Array.BYTES_PER_ELEMENT);
  if (neededBytes <= limitBytes) return;
  const need = `${nRows.toLocaleString('en')} rows of ${features.length.toLocaleString('en')} inputs need`;
  throw tooLarge(table.origin.key, need, neededBytes, limitBytes, 'Use fewer rows or features.');
}
