import { z } from 'zod';
import { checksum } from './checksum';

export interface Tensor {
  readonly shape: readonly number[];
  /** Row-major. */
  readonly values: Float32Array;
}

export interface TensorFile {
  readonly tensors: ReadonlyMap<string, Tensor>;
  readonly metadata: Readonly<Record<string, string>>;
}

/** Where the checksum will stand; it covers the whole file with this in its place. */
const noChecksum = '00000000';
const maxHeaderBytes = 100_000_000;

const tensorEntry = z.strictObject({
  dtype: z.literal('F32'),
  shape: z.array(z.int().nonnegative()),
  data_offsets: z.tuple([z.int().nonnegative(), z.int().nonnegative()]),
});
type TensorEntry = z.infer<typeof tensorEntry>;

const header = z.object({ __metadata__: z.record(z.string(), z.string()).default({}) }).catchall(tensorEntry);

/**
 * Writes the safetensors format: 8 bytes of header length, little-endian, a JSON header, the tensors one after another.
 * Source: the format's description at https://github.com/huggingface/safetensors.
 */
export function encodeSafetensors({ tensors, metadata }: TensorFile): Uint8Array {
  let offset = 0;
  const entries = [...tensors].map(([name, { shape, values }]) => {
    const start = offset;
    offset += values.byteLength;
    return [name, { dtype: 'F32', shape, data_offsets: [start, offset] }] as const;
  });
  const json = (crc: string) =>
    JSON.stringify({ __metadata__: { ...metadata, crc32: crc }, ...Object.fromEntries(entries) });
  const headerBytes = padded(new TextEncoder().encode(json(noChecksum)));
  const file = new Uint8Array(8 + headerBytes.length + offset);
  new DataView(file.buffer).setBigUint64(0, BigInt(headerBytes.length), true);
  file.set(headerBytes, 8);
  let position = 8 + headerBytes.length;
  for (const { values } of tensors.values()) {
    file.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), position);
    position += values.byteLength;
  }
  file.set(padded(new TextEncoder().encode(json(checksum(file)))), 8);
  return file;
}

/** Spaces up to a multiple of 8 bytes, so that the tensors are aligned. */
function padded(bytes: Uint8Array): Uint8Array {
  const result = new Uint8Array(Math.ceil(bytes.length / 8) * 8).fill(0x20);
  result.set(bytes);
  return result;
}

/** Reads what `encodeSafetensors` wrote, or another program; throws with the reason when the file is damaged. */
export function decodeSafetensors(file: Uint8Array): TensorFile {
  if (file.length < 8) throw new Error('the file is too short for a safetensors header');
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const length = Number(view.getBigUint64(0, true));
  if (length > maxHeaderBytes || 8 + length > file.length)
    throw new Error('the header is longer than the file');
  const text = new TextDecoder().decode(file.subarray(8, 8 + length));
  const { data, error } = header.safeParse(JSON.parse(text));
  if (error) throw new Error('the header does not describe float32 tensors');
  refuseDuplicateKeys(text);
  const { __metadata__: metadata, ...entries } = data;
  verifyChecksum(file, text, metadata.crc32);
  return { tensors: readTensors(entries, file.slice(8 + length)), metadata };
}

/** JSON.parse keeps the last of two equal keys without a word; a string with a colon after it is a key. */
function refuseDuplicateKeys(text: string) {
  const nWritten =
    text.match(/"(?:[^"\\]|\\.)*"(?:\s*:)?/g)?.filter(token => token.endsWith(':')).length ?? 0;
  const parsed: Record<string, object> = JSON.parse(text);
  const nKept = Object.values(parsed).reduce((sum, entry) => sum + 1 + Object.keys(entry).length, 0);
  if (nWritten !== nKept) throw new Error('a key stands twice in the header');
}

function verifyChecksum(file: Uint8Array, headerText: string, crc: string | undefined) {
  if (crc === undefined) return;
  const cleared = new TextEncoder().encode(headerText.replace(`"crc32":"${crc}"`, `"crc32":"${noChecksum}"`));
  const actual = checksum(file.subarray(0, 8), cleared, file.subarray(8 + cleared.length));
  if (actual !== crc) throw new Error(`the checksum is ${actual} instead of ${crc}: the file is damaged`);
}

function readTensors(entries: Record<string, TensorEntry>, bytes: Uint8Array): Map<string, Tensor> {
  const tensors = new Map<string, Tensor>();
  let end = 0;
  for (const [name, { shape, data_offsets }] of inFileOrder(entries)) {
    const [from, to] = data_offsets;
    const nValues = shape.reduce((product, size) => product * size, 1);
    if (from !== end || to - from !== 4 * nValues || to > bytes.length)
      throw new Error(`the tensor ${name} overlaps, leaves a hole or is cut off`);
    tensors.set(name, { shape, values: new Float32Array(bytes.buffer, from, nValues) });
    end = to;
  }
  if (end !== bytes.length) throw new Error('bytes follow the last tensor');
  return tensors;
}

/** The header may name the tensors in another order: JavaScript moves names that are whole numbers to the front. */
const inFileOrder = (entries: Record<string, TensorEntry>) =>
  Object.entries(entries).sort(
    ([, { data_offsets: a }], [, { data_offsets: b }]) => a[0] - b[0] || a[1] - b[1],
  );
