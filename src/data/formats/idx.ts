import { checkColumnCount } from '../columns';
import { type Column, DataError, type Origin, type Table } from '../types';

/** The type code of unsigned bytes, which images and labels use. */
const unsignedByte = 8;

/**
 * Images (count, height, width) or labels (count) of unsigned bytes, as MNIST comes.
 * The columns are views of the file's bytes; nothing is copied.
 * Source: LeCun, Cortes, Burges, "The MNIST database", the IDX file format.
 */
export function readIdx(bytes: Uint8Array, origin: Origin): Table {
  const refuse = (reason: string) => new DataError('bad-idx', origin.key, `${origin.path} ${reason}`);
  if (bytes.length < 4 || bytes[0] !== 0 || bytes[1] !== 0) {
    throw refuse('does not begin as an IDX file does: two zero bytes, the type, the number of dimensions.');
  }
  if (bytes[2] !== unsignedByte)
    throw refuse(`has values of type ${bytes[2]}; unsigned bytes (8) can be read.`);
  const nDimensions = bytes[3]!;
  if (nDimensions !== 1 && nDimensions !== 3) {
    throw refuse(`has ${nDimensions} dimensions; labels have 1 and images have 3.`);
  }
  const offset = 4 + 4 * nDimensions;
  if (bytes.length < offset) throw refuse('ends within its header.');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sizes = Array.from({ length: nDimensions }, (_, i) => view.getUint32(4 + 4 * i));
  // A product of doubles cannot wrap around; where it is no longer exact, it is larger than any file.
  const expected = offset + sizes.reduce((product, size) => product * size);
  if (bytes.length !== expected) {
    throw refuse(`has ${bytes.length} bytes, but its header (${sizes.join(' × ')}) asks for ${expected}.`);
  }
  if (sizes.includes(0)) throw refuse(`is empty (${sizes.join(' × ')}).`);

  const [nRows, height, width] = sizes as [number, number?, number?];
  if (height === undefined || width === undefined) {
    const label: Column = { kind: 'numeric', name: 'label', values: bytes, offset, stride: 1 };
    return { origin, nRows, columns: [label], target: 'label' };
  }
  const stride = height * width;
  checkColumnCount(stride, origin);
  const columns = Array.from({ length: stride }, (_, i): Column => {
    const name = `pixel_${Math.floor(i / width)}_${i % width}`;
    return { kind: 'numeric', name, values: bytes, offset: offset + i, stride };
  });
  return { origin, nRows, columns, image: { width, height } };
}
