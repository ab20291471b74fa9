import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RowBuffer } from './row-buffer.ts';

/** Reads one RowBinary String: varint length, then UTF-8. */
function readText(bytes: Uint8Array): { text: string; used: number } {
  let length = 0;
  let at = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++] as number;
    length |= (byte & 127) << shift;
    if (byte < 128) break;
  }
  return { text: Buffer.from(bytes.subarray(at, at + length)).toString('utf8'), used: at + length };
}

test('any text comes back, also when the buffer must grow', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.integer({ min: 0, max: 20_000 }).map((length) => 'aé'.repeat(length)),
    fc.constantFrom(0, 1, 63, 64, 127, 128, 16_383, 16_384).map((length) => 'x'.repeat(length)),
  );
  fc.assert(
    fc.property(text, fc.boolean(), (value, open) => {
      const buffer = new RowBuffer(1);
      if (open) {
        const start = buffer.open();
        buffer.raw(Buffer.from(value));
        buffer.close(start);
      } else buffer.text(value);
      const bytes = buffer.take();
      expect(readText(bytes)).toEqual({ text: value, used: bytes.length });
    }),
  );
});

test('any text as JSON comes back', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (codes) => {
      const value = String.fromCharCode(...codes);
      const buffer = new RowBuffer(1);
      buffer.jsonText(value);
      // A lone surrogate is escaped by JSON and so survives, too.
      expect(JSON.parse(Buffer.from(buffer.take()).toString('utf8'))).toBe(value);
    }),
  );
});

test('numbers are little-endian, halves and whole', () => {
  const buffer = new RowBuffer(1);
  buffer.uint32(0xdeadbeef);
  buffer.uint64(0xffff0000, 7);
  buffer.safeInteger(1_700_000_000_123);
  buffer.nullableFloat(9.5);
  buffer.nullableFloat(null);
  const bytes = buffer.take();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  expect(view.getUint32(0, true)).toBe(0xdeadbeef);
  expect(view.getBigUint64(4, true)).toBe(0xffff_0000_0000_0007n);
  expect(view.getBigUint64(12, true)).toBe(1_700_000_000_123n);
  expect([bytes[20], view.getFloat32(21, true), bytes[25], bytes.length]).toEqual([0, 9.5, 1, 26]);
});

test('what was taken is not written over', () => {
  const buffer = new RowBuffer(64);
  buffer.text('first');
  const taken = buffer.take();
  buffer.text('other');
  expect(readText(taken).text).toBe('first');
  expect(buffer.length).toBe(6);
});
