import { DataError, type Origin } from '../types';

/** JavaScript holds no longer text; in UTF-8 and UTF-16 a character takes at least a byte. */
const maxTextBytes = 2 ** 29 - 24;

/**
 * The text of a file, with line feeds only.
 * UTF-8, or UTF-16 where a byte order mark says so; the mark itself is left out.
 */
export function decodeText(bytes: Uint8Array, { key, path }: Origin): string {
  if (bytes.length > maxTextBytes) {
    const remedy = 'Use fewer rows or columns, or images in IDX format.';
    const message = `${path} has ${megabytes(bytes.length)} of text; at most ${megabytes(maxTextBytes)} can be read. ${remedy}`;
    throw new DataError('too-large', key, message, { path });
  }
  let text: string;
  try {
    text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    throw new DataError('encoding', key, `${path} is not UTF-8 text. Save it as UTF-8 and try again.`);
  }
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
  const nul = text.indexOf('\0');
  if (nul === -1) return text;
  const line = text.slice(0, nul).split('\n').length;
  const message = `${path}, line ${line}: a NUL character; this is not a text file. Save it as UTF-8 and try again.`;
  throw new DataError('nul-character', key, message, { path, line });
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}
