import type { Event } from '@continuo/core';

/** Column order of `events` in every RowBinary block. */
export const EVENT_COLUMNS = [
  'workspace',
  'identity',
  'time',
  'ord',
  'message',
  'name',
  'channel',
  'case_key',
  'score',
  'scale',
  'text',
  'props',
  'received',
  'seq',
  'source',
] as const;

export const IDENTITY_COLUMNS = ['workspace', 'identity', 'kind', 'value'] as const;

/** Appends ClickHouse's RowBinary values to a buffer that grows by doubling. */
export class RowBinary {
  #buffer: Buffer;
  #length = 0;

  constructor(initialBytes = 1 << 16) {
    this.#buffer = Buffer.allocUnsafe(initialBytes);
  }

  get bytes(): Uint8Array {
    return this.#buffer.subarray(0, this.#length);
  }

  #room(bytes: number): number {
    const at = this.#length;
    this.#length += bytes;
    if (this.#length > this.#buffer.length) {
      const grown = Buffer.allocUnsafe(Math.max(this.#length, this.#buffer.length * 2));
      this.#buffer.copy(grown, 0, 0, at);
      this.#buffer = grown;
    }
    return at;
  }

  uint8(value: number): void {
    const at = this.#room(1);
    this.#buffer[at] = value;
  }

  uint16(value: number): void {
    const at = this.#room(2);
    this.#buffer.writeUInt16LE(value, at);
  }

  uint32(value: number): void {
    const at = this.#room(4);
    this.#buffer.writeUInt32LE(value, at);
  }

  uint64(value: bigint): void {
    const at = this.#room(8);
    this.#buffer.writeBigUInt64LE(value, at);
  }

  /** DateTime64(3) from whole milliseconds; negative instants are legal here and refused by imports. */
  instant(timeMs: number): void {
    const at = this.#room(8);
    this.#buffer.writeBigInt64LE(BigInt(timeMs), at);
  }

  float64(value: number): void {
    const at = this.#room(8);
    this.#buffer.writeDoubleLE(value, at);
  }

  /** Array: its length, then each element as `write` puts it. */
  list<Item>(items: readonly Item[], write: (item: Item) => void): void {
    this.#varint(items.length);
    for (const item of items) write(item);
  }

  nullableFloat(value: number | null): void {
    this.uint8(value === null ? 1 : 0);
    if (value === null) return;
    const at = this.#room(4);
    this.#buffer.writeFloatLE(value, at);
  }

  text(value: string): void {
    const bytes = Buffer.byteLength(value);
    this.#varint(bytes);
    const at = this.#room(bytes);
    this.#buffer.write(value, at);
  }

  #varint(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.uint8((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.uint8(rest);
  }
}

/** RowBinary of events in the order of `EVENT_COLUMNS`; empty for none. Imports have a faster way of their own. */
export function encodeEvents(events: Iterable<Event>): Uint8Array {
  const rows = new RowBinary();
  for (const event of events) {
    rows.uint32(event.workspace);
    rows.uint64(event.identity);
    rows.instant(event.timeMs);
    rows.uint32(event.ord);
    rows.uint64(event.message);
    rows.text(event.name);
    rows.text(event.channel);
    rows.text(event.caseKey);
    rows.nullableFloat(event.score);
    rows.text(event.scale);
    rows.text(event.text);
    rows.text(hasAny(event.properties) ? JSON.stringify(event.properties) : '');
    rows.instant(event.receivedMs);
    rows.uint64(event.seq);
    rows.uint32(event.source);
  }
  return rows.bytes;
}

function hasAny(properties: Readonly<Record<string, unknown>>): boolean {
  for (const _ in properties) return true;
  return false;
}
