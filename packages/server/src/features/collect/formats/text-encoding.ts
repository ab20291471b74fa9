import { isAscii, isUtf8 } from 'node:buffer';

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** How the bytes of a file become text. */
export interface EncodingFacts {
  readonly encoding: Encoding;
  /** True when a byte order mark says so: no doubt is left. */
  readonly isMarked: boolean;
}

/**
 * Encoding by byte order mark, else by NUL bytes (UTF-16 without mark), else UTF-8 when valid, else windows-1252.
 * A head cut inside a character counts as valid. An empty head is UTF-8.
 */
export function detectEncoding(head: Uint8Array): EncodingFacts {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', isMarked: true };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', isMarked: true };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', isMarked: true };
  const utf16 = utf16ByZeros(head);
  if (utf16 !== null) return { encoding: utf16, isMarked: false };
  return { encoding: isUtf8(withoutCutCharacter(head)) ? 'utf-8' : 'windows-1252', isMarked: false };
}

/** Latin text in UTF-16 has a zero in nearly every second byte, on one side only. */
function utf16ByZeros(head: Uint8Array): Encoding | null {
  const looked = Math.min(head.length - (head.length % 2), 4096);
  if (looked < 4) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < looked; i += 2) {
    if (head[i] === 0) even += 1;
    if (head[i + 1] === 0) odd += 1;
  }
  const pairs = looked / 2;
  if (odd > pairs * 0.6 && even < pairs * 0.1) return 'utf-16le';
  if (even > pairs * 0.6 && odd < pairs * 0.1) return 'utf-16be';
  return null;
}

/** Bytes up to the last character that is whole. */
export function withoutCutCharacter(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, bytes.length - cutLength(bytes));
}

function cutLength(bytes: Uint8Array): number {
  const length = bytes.length;
  for (let back = 1; back <= 3 && back <= length; back += 1) {
    const byte = bytes[length - back] as number;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? back : 0;
    }
  }
  return 0;
}

/** Follows a whole file and knows at its end whether all of it was UTF-8. */
export class Utf8Check {
  isValid = true;
  /** True once a character beyond ASCII was seen in valid text. */
  hasMultibyte = false;
  #rest: Uint8Array = new Uint8Array(0);

  add(chunk: Uint8Array): void {
    if (!this.isValid) return;
    if (this.#rest.length === 0 && isAscii(chunk)) return;
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const cut = cutLength(bytes);
    const whole = bytes.subarray(0, bytes.length - cut);
    this.isValid = isUtf8(whole);
    if (this.isValid && !this.hasMultibyte) this.hasMultibyte = !isAscii(whole);
    this.#rest = Buffer.from(bytes.subarray(bytes.length - cut));
  }

  end(): void {
    if (this.#rest.length > 0) this.isValid = false;
  }
}

/** Text of byte chunks. Bytes that are no text in the encoding become U+FFFD; a byte order mark is dropped. */
export async function* decodeChunks(chunks: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let mayBePending = true;
  for await (const chunk of chunks) {
    // ASCII as latin1 keeps one byte a character and is several times faster than the decoder.
    if (!mayBePending && encoding === 'utf-8' && isAscii(chunk)) {
      yield chunk.toString('latin1');
      continue;
    }
    const text = decoder.decode(chunk, { stream: true });
    mayBePending = encoding !== 'utf-8' || (chunk.at(-1) ?? 0) >= 0x80;
    if (text !== '') yield text;
  }
  const last = decoder.decode();
  if (last !== '') yield last;
}
