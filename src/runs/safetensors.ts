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

const header = z.record(
  z.string(),
  z.union([
    z.strictObject({
      dtype: z.literal('F32'),
      shape: z.array(z.int().nonnegative()),
      data_offsets: z.tuple([z.int().nonnegative(), z.int().nonnegative()]),
    }),
    z.record(z.string(), z.string()),
  ]),
);

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
  const { __metadata__, ...entries } = header.parse(JSON.parse(text));
  const metadata = __metadata__ === undefined ? {} : z.record(z.string(), z.string()).parse(__metadata__);
  verifyChecksum(file, text, metadata.crc32);
  return { tensors: readTensors(entries, file.slice(8 + length)), metadata };
}

function verifyChecksum(file: Uint8Array, headerText: string, crc: string | undefined) {
  if (crc === undefined) return;
  const cleared = new TextEncoder().encode(headerText.replace(`"crc32":"${crc}"`, `"crc32":"${noChecksum}"`));
  const actual = checksum(file.subarray(0, 8), cleared, file.subarray(8 + cleared.length));
  if (actual !== crc) throw new Error(`the checksum is ${actual} instead of ${crc}: the file is damaged`);
}

function readTensors(entries: z.infer<typeof header>, bytes: Uint8Array): Map<string, Tensor> {
  const tensors = new Map<string, Tensor>();
  let end = 0;
  for (const [name, entry] of Object.entries(entries)) {
    if (!isTensorEntry(entry)) throw new Error(`the tensor ${name} is not float32`);
    const [from, to] = entry.data_offsets;
    const nValues = entry.shape.reduce((product, size) => product * size, 1);
    if (from !== end || to - from !== 4 * nValues || to > bytes.length)
      throw new Error(`the tensor ${name} overlaps, leaves a hole or is cut off`);
    tensors.set(name, { shape: entry.shape, values: new Float32Array(bytes.buffer, from, nValues) });
    end = to;
  }
  if (end !== bytes.length) throw new Error('bytes follow the last tensor');
  return tensors;
}

type TensorEntry = { dtype: 'F32'; shape: number[]; data_offsets: [number, number] };
const isTensorEntry = (entry: z.infer<typeof header>[string]): entry is TensorEntry =>
  'data_offsets' in entry;
