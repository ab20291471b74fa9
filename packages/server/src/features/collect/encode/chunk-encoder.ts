import { type SipKey, sipHashInto, utf8 } from '@continuo/core';
import type { Columns, RawRow } from '../formats/record.ts';
import type { CompiledMapping } from '../mapping/compile-mapping.ts';
import { IdentityCache, ownCopy } from './identity-cache.ts';
import { RowBuffer } from './row-buffer.ts';

/** Up to about 50,000 records, ready to be inserted. */
export interface EncodedChunk {
  /** RowBinary of the warehouse's `EVENT_COLUMNS`. */
  readonly events: Uint8Array<ArrayBuffer>;
  readonly rows: number;
  /** RowBinary of the warehouse's `IDENTITY_COLUMNS`: identities not met before in this file; some may come twice. */
  readonly identities: Uint8Array<ArrayBuffer>;
  readonly identityRows: number;
  /** Distinct identities of the chunk, ascending. */
  readonly touched: BigUint64Array<ArrayBuffer>;
  /** Distinct activity names and channels of the chunk. */
  readonly names: readonly string[];
  readonly channels: readonly string[];
}

export interface EncoderOptions {
  readonly workspace: number;
  readonly source: number;
  /** Arrival of every event of the import, milliseconds; the same again when an import is resumed. */
  readonly receivedMs: number;
  /** Key of the hash that makes `message`: the content of the file. */
  readonly contentKey: SipKey;
}

/** The upper 16 bits of `seq` that mark events of files; the lower 48 are the record number. */
const FILE_SEQ = 0xffff_0000;

/**
 * Encodes mapped rows. `message` hashes (record number, OCEL object) with the content of the file as key, so the same file
 * gives the same messages; or the text of the message id, as the collector does, when the mapping has one.
 * `ord` is the record number; `seq` is 0xFFFF in 16 bits and the record number in 48.
 */
export class ChunkEncoder {
  readonly #columns: Columns;
  readonly #mapping: CompiledMapping;
  readonly #options: EncoderOptions;
  readonly #people: IdentityCache;
  readonly #events = new RowBuffer(1024 * 1024);
  readonly #identities = new RowBuffer(64 * 1024);
  readonly #names = new Set<string>();
  readonly #channels = new Set<string>();
  readonly #message = new Uint8Array(8);
  readonly #recordKey = new Uint8Array(8);
  readonly #recordView = new DataView(this.#recordKey.buffer);
  /** `"name":` of each column that is a property, null for the others. */
  #properties: (Uint8Array | null)[] = [];
  #rows = 0;
  #identityRows = 0;

  constructor(columns: Columns, mapping: CompiledMapping, options: EncoderOptions) {
    this.#columns = columns;
    this.#mapping = mapping;
    this.#options = options;
    this.#people = new IdentityCache(options.workspace);
  }

  get rows(): number {
    return this.#rows;
  }

  /** Adds the row whose parts the mapping has just read. */
  add(row: RawRow): void {
    const { fields } = this.#mapping;
    const { workspace, source, receivedMs } = this.#options;
    const events = this.#events;
    const slot = this.#people.slot(fields.personKind, fields.person, this.#onNew);
    this.#hashMessage(row, fields.messageId);
    events.uint32(workspace);
    events.eight(this.#people.hashes, slot * 8);
    events.safeInteger(fields.timeMs);
    events.uint32(row.record);
    events.eight(this.#message, 0);
    events.text(fields.name);
    events.text(fields.channel);
    events.text(fields.caseKey);
    events.nullableFloat(fields.score);
    events.text(fields.scale);
    events.text(fields.text);
    this.#writeProperties(row);
    events.safeInteger(receivedMs);
    events.uint64(FILE_SEQ + Math.floor(row.record / 0x1_0000_0000), row.record);
    events.uint32(source);
    if (!this.#names.has(fields.name)) this.#names.add(ownCopy(fields.name));
    if (!this.#channels.has(fields.channel)) this.#channels.add(ownCopy(fields.channel));
    this.#rows += 1;
  }

  /** Hands over what was added since the last call. */
  take(): EncodedChunk {
    const chunk = {
      events: this.#events.take(),
      rows: this.#rows,
      identities: this.#identities.take(),
      identityRows: this.#identityRows,
      touched: this.#people.endChunk(),
      names: [...this.#names].sort(),
      channels: [...this.#channels].sort(),
    };
    this.#rows = 0;
    this.#identityRows = 0;
    this.#names.clear();
    this.#channels.clear();
    return chunk;
  }

  readonly #onNew = (slot: number, value: string): void => {
    const identities = this.#identities;
    identities.uint32(this.#options.workspace);
    identities.eight(this.#people.hashes, slot * 8);
    identities.text(this.#mapping.fields.personKind);
    identities.text(value);
    this.#identityRows += 1;
  };

  #hashMessage(row: RawRow, messageId: string): void {
    if (messageId !== '') {
      sipHashInto(this.#message, 0, utf8(messageId));
      return;
    }
    this.#recordView.setUint32(0, row.record, true);
    this.#recordView.setUint32(4, Math.floor(row.record / 0x1_0000_0000), true);
    const key = row.objectId === '' ? this.#recordKey : Buffer.concat([this.#recordKey, utf8(row.objectId)]);
    sipHashInto(this.#message, 0, key, this.#options.contentKey);
  }

  #writeProperties(row: RawRow): void {
    const { values } = row;
    if (this.#properties.length < this.#columns.names.length) this.#planProperties();
    const events = this.#events;
    const before = events.length;
    const start = events.open();
    let count = 0;
    const width = Math.min(values.length, this.#properties.length);
    for (let place = 0; place < width; place += 1) {
      const value = values[place];
      const name = this.#properties[place];
      if (value === undefined || value === '' || name === null || name === undefined) continue;
      events.byte(count === 0 ? 123 : 44);
      events.raw(name);
      if (typeof value === 'string') events.jsonText(value);
      else events.raw(Buffer.from(JSON.stringify(value)));
      count += 1;
    }
    if (count === 0) {
      events.truncate(before);
      events.text('');
      return;
    }
    events.byte(125);
    events.close(start);
  }

  #planProperties(): void {
    this.#properties = this.#columns.names.map((name, place) =>
      this.#mapping.isProperty(place) ? Buffer.from(`${JSON.stringify(name)}:`) : null,
    );
  }
}
