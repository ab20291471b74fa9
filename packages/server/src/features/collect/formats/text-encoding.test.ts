import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeChunks, detectEncoding, Utf8Check } from './text-encoding.ts';

async function decode(bytes: Buffer, size: number): Promise<string> {
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  let text = '';
  for await (const part of decodeChunks(pieces(), detectEncoding(bytes).encoding)) text += part;
  return text;
}

const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16();

test.each([
  ['UTF-8', Buffer.from('Grüße, 你好 €')],
  ['UTF-8 with mark', Buffer.from('\uFEFFGrüße, 你好 €')],
  ['UTF-16 LE with mark', Buffer.from('\uFEFFGrüße, 你好 €', 'utf16le')],
  ['UTF-16 BE with mark', swapped('\uFEFFGrüße, 你好 €')],
])('%s, cut anywhere', async (_, bytes) => {
  for (const size of [1, 2, 3, 7, 100]) expect(await decode(bytes, size)).toBe('Grüße, 你好 €');
});

test.each([
  ['UTF-16 LE', Buffer.from('customer,date\nA,2024-01-01\n', 'utf16le')],
  ['UTF-16 BE', swapped('customer,date\nA,2024-01-01\n')],
])('%s without mark is known by its zeros', async (_, bytes) => {
  expect(await decode(bytes, 5)).toBe('customer,date\nA,2024-01-01\n');
});

test('windows-1252 when it is not UTF-8', async () => {
  const bytes = Buffer.from([0x47, 0x72, 0xfc, 0xdf, 0x65, 0x20, 0x80]);
  expect(detectEncoding(bytes)).toEqual({ encoding: 'windows-1252', isMarked: false });
  expect(await decode(bytes, 3)).toBe('Grüße €');
});

test('any text in UTF-8 is valid, in pieces of any size; a wrong byte is found', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.integer({ min: 1, max: 5 }), (text, size) => {
      const bytes = Buffer.from(text);
      const check = new Utf8Check();
      for (let at = 0; at < bytes.length; at += size) check.add(bytes.subarray(at, at + size));
      check.end();
      expect(check.isValid).toBe(true);
      expect(check.hasMultibyte).toBe(bytes.length > text.length);
      const broken = new Utf8Check();
      broken.add(Buffer.concat([bytes, Buffer.from([0xff])]));
      broken.end();
      expect(broken.isValid).toBe(false);
    }),
  );
});
