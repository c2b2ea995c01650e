import { expect, test } from 'vitest';
import { checksum } from '../../src/runs/checksum';

const bytes = (text: string) => new TextEncoder().encode(text);

// The check value that the catalogue of CRC algorithms gives for CRC-32/ISO-HDLC.
test('of "123456789" is cbf43926, in however many parts', () => {
  expect(checksum(bytes('123456789'))).toBe('cbf43926');
  expect(checksum(bytes('1234'), bytes(''), bytes('56789'))).toBe('cbf43926');
});

test('of nothing has 8 digits', () => {
  expect(checksum()).toBe('00000000');
});
