import { type FileFormat, fileEndings, formatOf } from '../fileFormats';
import { readCsv } from './formats/csv';
import { readIdx } from './formats/idx';
import { DataError, type Origin, type Table } from './types';

/** How the bytes of a data file, already unpacked, become a table. */
export type Reader = (bytes: Uint8Array, origin: Origin) => Table;

/** Every format by name. */
const readers: Record<FileFormat, Reader> = { csv: readCsv, idx: readIdx };

export function readTable(bytes: Uint8Array, origin: Origin): Table {
  const format = formatOf(origin.path);
  if (format) return readers[format](bytes, origin);
  const endings = Object.values(fileEndings).flat().join(', ');
  const message = `The kind of ${origin.path} is not known by its name. Files that end in ${endings} can be read.`;
  throw new DataError('unknown-format', origin.key, message);
}
