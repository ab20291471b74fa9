/**
 * A growing buffer in ClickHouse's RowBinary. Numbers are little-endian; a String is its length as a LEB128 varint and
 * its UTF-8 bytes. 64-bit integers are written as two halves, so that no bigint is made for a row.
 */
export class RowBuffer {
  #bytes: Buffer;
  #at = 0;

  constructor(capacity: number) {
    this.#bytes = Buffer.allocUnsafeSlow(Math.max(capacity, 64));
  }

  get length(): number {
    return this.#at;
  }

  uint32(value: number): void {
    this.#reserve(4);
    const bytes = this.#bytes;
    const at = this.#at;
    // Four plain stores: `writeUInt32LE` checks its arguments each time and takes about twice as long.
    bytes[at] = value;
    bytes[at + 1] = value >>> 8;
    bytes[at + 2] = value >>> 16;
    bytes[at + 3] = value >>> 24;
    this.#at = at + 4;
  }

  /** A 64-bit integer from its halves; both are taken modulo 2^32. */
  uint64(high: number, low: number): void {
    this.uint32(low);
    this.uint32(high);
  }

  /** A whole number from 0 up to 2^53 as 64 bits. */
  safeInteger(value: number): void {
    this.uint64(Math.floor(value / 0x1_0000_0000), value);
  }

  /** 8 bytes of `source` from `from`. */
  eight(source: Uint8Array, from: number): void {
    this.#reserve(8);
    const bytes = this.#bytes;
    for (let i = 0; i < 8; i += 1) bytes[this.#at + i] = source[from + i] as number;
    this.#at += 8;
  }

  nullableFloat(value: number | null): void {
    this.#reserve(5);
    if (value === null) {
      this.#bytes[this.#at] = 1;
      this.#at += 1;
      return;
    }
    this.#bytes[this.#at] = 0;
    this.#at = this.#bytes.writeFloatLE(value, this.#at + 1);
  }

  /** A text. Lone surrogates become U+FFFD. */
  text(text: string): void {
    const { length } = text;
    this.#reserve(length * 3 + 5);
    if (length < 64 && this.#asciiShort(text, length)) return;
    const bytes = length < 64 ? Buffer.byteLength(text) : -1;
    if (bytes >= 0) {
      this.#varint(bytes);
      this.#at += this.#bytes.write(text, this.#at, bytes, 'utf8');
      return;
    }
    const start = this.open();
    this.#at += this.#bytes.write(text, this.#at, 'utf8');
    this.close(start);
  }

  /** Begins a String whose length is not known yet; give the result to `close`. */
  open(): number {
    this.#reserve(16);
    this.#at += 2;
    return this.#at;
  }

  /** Ends a String begun with `open`; two bytes were kept for its length, which suits 128 to 16,383 bytes without a move. */
  close(start: number): void {
    const length = this.#at - start;
    const needed = varintLength(length);
    if (needed !== 2) {
      this.#reserve(8);
      this.#bytes.copyWithin(start - 2 + needed, start, this.#at);
    }
    this.#at = start - 2;
    this.#varint(length);
    this.#at += length;
  }

  /** Bytes without a length, inside `open` and `close`. */
  raw(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  /** A text as a JSON string, inside `open` and `close`. */
  jsonText(text: string): void {
    const { length } = text;
    this.#reserve(length + 2);
    const start = this.#at;
    const bytes = this.#bytes;
    let at = start;
    bytes[at++] = 34;
    for (let i = 0; i < length; i += 1) {
      const code = text.charCodeAt(i);
      if (code < 32 || code > 126 || code === 34 || code === 92) {
        const json = JSON.stringify(text);
        this.#reserve(json.length * 3);
        this.#at += this.#bytes.write(json, this.#at, 'utf8');
        return;
      }
      bytes[at++] = code;
    }
    bytes[at++] = 34;
    this.#at = at;
  }

  byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#at] = value;
    this.#at += 1;
  }

  /** Takes back what was written after `length`. */
  truncate(length: number): void {
    this.#at = length;
  }

  /** Hands the written bytes over and begins anew; their memory is not used again, so it may be transferred. */
  take(): Uint8Array<ArrayBuffer> {
    const { buffer, byteOffset } = this.#bytes;
    const taken = new Uint8Array(buffer as ArrayBuffer, byteOffset, this.#at);
    this.#bytes = Buffer.allocUnsafeSlow(Math.max(64, Math.ceil(this.#at * 1.1)));
    this.#at = 0;
    return taken;
  }

  #asciiShort(text: string, length: number): boolean {
    const bytes = this.#bytes;
    let at = this.#at;
    bytes[at++] = length;
    for (let i = 0; i < length; i += 1) {
      const code = text.charCodeAt(i);
      if (code > 127) return false;
      bytes[at++] = code;
    }
    this.#at = at;
    return true;
  }

  #varint(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.#bytes[this.#at++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.#bytes[this.#at++] = rest;
  }

  #reserve(more: number): void {
    if (this.#at + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.#bytes.length * 2, this.#at + more));
    this.#bytes.copy(larger, 0, 0, this.#at);
    this.#bytes = larger;
  }
}

function varintLength(value: number): number {
  let length = 1;
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) length += 1;
  return length;
}
