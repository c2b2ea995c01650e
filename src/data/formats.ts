import { csv } from './formats/csv';
import { idx } from './formats/idx';
import { DataError, type Origin, type Table } from './types';

/** A kind of data file: the names it is known by, and how its bytes become a table. */
export interface Format {
  /** Ends of file names, in lower case and without `.gz`. */
  readonly endings: readonly string[];
  read(bytes: Uint8Array, origin: Origin): Table;
}

/** Every format by name. */
export const formats = { csv, idx } satisfies Record<string, Format>;

/** @param bytes already unpacked; a `.gz` at the end of the path is passed over */
export function readTable(bytes: Uint8Array, origin: Origin): Table {
  const name = origin.path.toLowerCase().replace(/\.gz$/, '');
  const known: Format[] = Object.values(formats);
  const format = known.find(({ endings }) => endings.some(ending => name.endsWith(ending)));
  if (format) return format.read(bytes, origin);
  const endings = known.flatMap(({ endings }) => endings).join(', ');
  const message = `The kind of ${origin.path} is not known by its name. Files that end in ${endings} can be read.`;
  throw new DataError('unknown-format', origin.key, message);
}
