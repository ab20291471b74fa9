import { expect, test } from 'vitest';
import { sipHash, sipHashInto, sipKey } from './hash.ts';

const counting = (length: number) => Uint8Array.from({ length }, (_, i) => i);

test('gives the vector of the SipHash paper (appendix A)', () => {
  expect(sipHash(counting(15), sipKey(counting(16)))).toBe(0xa129ca6149be45e5n);
});

test('equals sipHash64 of ClickHouse for the empty text, with the zero key', () => {
  expect(sipHash(new Uint8Array(0))).toBe(2202906307356721367n);
});

test.each([0, 1, 7, 8, 9, 16, 63])('%i bytes: writes little-endian what it returns, and nothing else', (length) => {
  const target = new Uint8Array(12).fill(7);
  sipHashInto(target, 2, counting(length));
  expect(new DataView(target.buffer).getBigUint64(2, true)).toBe(sipHash(counting(length)));
  expect([target[0], target[1], target[10], target[11]]).toEqual([7, 7, 7, 7]);
});

test('depends on every byte and on the length', () => {
  const hashes = new Set<bigint>();
  for (let length = 0; length < 40; length += 1) {
    hashes.add(sipHash(new Uint8Array(length)));
    const bytes = new Uint8Array(40);
    bytes[length] = 1;
    hashes.add(sipHash(bytes));
  }
  expect(hashes.size).toBe(80);
});
