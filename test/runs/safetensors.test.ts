import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { decodeSafetensors, encodeSafetensors, type TensorFile } from '../../src/runs/safetensors';

const tensor = (...values: number[]) => ({ shape: [values.length], values: Float32Array.from(values) });
const small: TensorFile = {
  tensors: new Map([
    ['weights', { shape: [2, 2], values: Float32Array.of(1, -2, 0.5, Number.NaN) }],
    ['biases', tensor(3, Number.POSITIVE_INFINITY)],
  ]),
  metadata: { epoch: '7' },
};

/** A file as another program may write it, with a header of any text and `nBytes` of tensors. */
function fileWith(header: string, nBytes = 0): Uint8Array {
  const text = new TextEncoder().encode(header);
  const file = new Uint8Array(8 + text.length + nBytes);
  new DataView(file.buffer).setBigUint64(0, BigInt(text.length), true);
  file.set(text, 8);
  return file;
}
const f32 = (start: number, end: number, shape = [(end - start) / 4]) =>
  `{"dtype":"F32","shape":${JSON.stringify(shape)},"data_offsets":[${start},${end}]}`;

describe('round trip', () => {
  it('keeps shapes, bits and metadata', () => {
    const { tensors, metadata } = decodeSafetensors(encodeSafetensors(small));
    expect(tensors).toEqual(small.tensors);
    expect(metadata).toMatchObject(small.metadata);
  });

  it('keeps any tensors under any names', () => {
    const text = fc.string({ unit: 'binary' }).filter(each => !['__proto__', '__metadata__'].includes(each));
    const name = fc.oneof(text, fc.nat({ max: 9 }).map(String));
    const values = fc.float32Array({ maxLength: 5 });
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(name, values), { selector: ([key]) => key, maxLength: 5 }),
        entries => {
          const tensors = new Map(entries.map(([key, array]) => [key, tensor(...array)]));
          expect(decodeSafetensors(encodeSafetensors({ tensors, metadata: {} })).tensors).toEqual(tensors);
        },
      ),
      { numRuns: 100, seed: 1 },
    );
  });

  it('aligns the tensors to 8 bytes', () => {
    expect(new DataView(encodeSafetensors(small).buffer).getBigUint64(0, true) % 8n).toBe(0n);
  });
});

describe('damage', () => {
  const file = encodeSafetensors(small);
  const accepts = (bytes: Uint8Array) => {
    try {
      return decodeSafetensors(bytes);
    } catch {
      return null;
    }
  };

  test('no flipped bit changes a number or the metadata without a word', () => {
    const accepted: string[] = [];
    for (let bit = 0; bit < 8 * file.length; bit++) {
      const damaged = file.slice();
      damaged[bit >> 3]! ^= 1 << (bit & 7);
      const read = accepts(damaged);
      if (!read) continue;
      expect(read.tensors).toEqual(small.tensors);
      expect(read.metadata.epoch).toBe('7');
      accepted.push(...Object.keys(read.metadata).filter(key => key !== 'epoch'));
    }
    // Only the name of the checksum itself can be hit: then there is none to compare with, and nothing else is hurt.
    expect(accepted).toHaveLength(new Set(accepted).size);
    expect(accepted).not.toContain('crc32');
  });

  test('no file that was cut off is read', () => {
    for (let length = 0; length < file.length; length++) expect(accepts(file.slice(0, length))).toBeNull();
  });

  it('says what is wrong', () => {
    const damaged = file.slice();
    damaged[damaged.length - 1]! ^= 1;
    expect(() => decodeSafetensors(damaged)).toThrow(/checksum .* damaged/);
  });
});

describe('files of other programs', () => {
  it('needs no checksum', () => {
    expect(decodeSafetensors(fileWith(`{"a":${f32(0, 4)}}`, 4)).tensors.get('a')).toEqual(tensor(0));
  });

  it('may name the tensors in any order', () => {
    const file = fileWith(`{"second":${f32(4, 8)},"first":${f32(0, 4)}}`, 8);
    expect([...decodeSafetensors(file).tensors.keys()].sort()).toEqual(['first', 'second']);
  });

  it.each([
    ['overlapping tensors', `{"a":${f32(0, 8)},"b":${f32(4, 12)}}`, 12],
    ['a hole', `{"a":${f32(0, 4)},"b":${f32(8, 12)}}`, 12],
    ['bytes after the last tensor', `{"a":${f32(0, 4)}}`, 8],
    ['a tensor beyond the end', `{"a":${f32(0, 8)}}`, 4],
    ['a shape of another size', `{"a":${f32(0, 4, [2])}}`, 4],
    ['a shape that overflows', `{"a":${f32(0, 4, [2 ** 52, 2 ** 52])}}`, 4],
    ['one name twice', `{"a":${f32(0, 4)},"a":${f32(0, 4)}}`, 4],
    ['one metadata key twice', `{"__metadata__":{"epoch":"1","epoch":"2"},"a":${f32(0, 4)}}`, 4],
    ['another type of numbers', '{"a":{"dtype":"I64","shape":[1],"data_offsets":[0,8]}}', 8],
    ['a header that is no object', '[1]', 0],
    ['a header that is no JSON', '{', 0],
  ])('refuses %s', (_, header, nBytes) => {
    expect(() => decodeSafetensors(fileWith(header, nBytes))).toThrow(/^[^\n]+$/);
  });

  it.each([2n ** 63n, 100_000_001n, 3n])('refuses a header of %s bytes in a file of 10', length => {
    const file = new Uint8Array(10);
    new DataView(file.buffer).setBigUint64(0, length, true);
    expect(() => decodeSafetensors(file)).toThrow('the header is longer than the file');
  });
});
