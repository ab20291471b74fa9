import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportFormat, Mapping } from '@continuo/contract';
import { readContentFacts } from './formats/content-facts.ts';
import { EMPTY_MAPPING } from './guess/guess-mapping.ts';
import { sniffFormat } from './sniff.ts';
import { type LoadResult, loadFile, type ReadyChunk } from './worker/load.ts';

/** A stored event as a test reads it back. */
export interface StoredEvent {
  readonly workspace: number;
  readonly identity: bigint;
  readonly timeMs: number;
  readonly ord: number;
  readonly message: bigint;
  readonly name: string;
  readonly channel: string;
  readonly caseKey: string;
  readonly score: number | null;
  readonly scale: string;
  readonly text: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly receivedMs: number;
  readonly seq: bigint;
  readonly source: number;
}

/** A folder of its own for the files of a test; give `dispose` to `afterAll`. */
export function tempFolder(): {
  write(name: string, content: string | Uint8Array): string;
  path: string;
  dispose(): void;
} {
  const path = mkdtempSync(join(tmpdir(), 'continuo-collect-'));
  return {
    path,
    write(name, content) {
      const file = join(path, name);
      writeFileSync(file, content);
      return file;
    },
    dispose: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** A whole mapping from the parts that matter. */
export function mappingOf(parts: Partial<Mapping>): Mapping {
  return { ...EMPTY_MAPPING, ...parts };
}

export interface Loaded {
  readonly events: readonly StoredEvent[];
  readonly claims: readonly (readonly [identity: bigint, kind: string, value: string])[];
  readonly chunks: readonly ReadyChunk[];
  readonly result: LoadResult;
}

export interface LoadWishes {
  readonly format?: ImportFormat;
  readonly workspaceZone?: string;
  readonly startRecord?: number;
  readonly chunkRecords?: number;
  readonly rejectPath?: string | null;
}

/** Loads a file in this thread and reads the encoded rows back. */
export async function load(path: string, mapping: Mapping, wishes: LoadWishes = {}): Promise<Loaded> {
  const format = wishes.format ?? (await sniffFormat(path, path));
  const content = await readContentFacts(path, format, () => {});
  const chunks: ReadyChunk[] = [];
  const result = await loadFile(
    {
      path,
      format,
      mapping,
      content,
      workspace: 3,
      source: 9,
      workspaceZone: wishes.workspaceZone ?? 'UTC',
      receivedMs: 1_700_000_000_123,
      startRecord: wishes.startRecord ?? 0,
      rejectPath: wishes.rejectPath ?? null,
      chunkRecords: wishes.chunkRecords ?? 50_000,
    },
    {
      async hand(ready) {
        chunks.push(ready);
      },
      progress() {},
    },
  );
  return {
    events: chunks.flatMap(({ chunk }) => decodeEvents(chunk.events)),
    claims: chunks.flatMap(({ chunk }) => decodeClaims(chunk.identities)),
    chunks,
    result,
  };
}

/** Reads RowBinary of the events table back. */
export function decodeEvents(bytes: Uint8Array): StoredEvent[] {
  const reader = new ByteReader(bytes);
  const events: StoredEvent[] = [];
  while (!reader.isAtEnd) {
    events.push({
      workspace: reader.uint32(),
      identity: reader.uint64(),
      timeMs: Number(reader.uint64()),
      ord: reader.uint32(),
      message: reader.uint64(),
      name: reader.text(),
      channel: reader.text(),
      caseKey: reader.text(),
      score: reader.nullableFloat(),
      scale: reader.text(),
      text: reader.text(),
      properties: parsed(reader.text()),
      receivedMs: Number(reader.uint64()),
      seq: reader.uint64(),
      source: reader.uint32(),
    });
  }
  return events;
}

function decodeClaims(bytes: Uint8Array): [bigint, string, string][] {
  const reader = new ByteReader(bytes);
  const claims: [bigint, string, string][] = [];
  while (!reader.isAtEnd) {
    reader.uint32();
    claims.push([reader.uint64(), reader.text(), reader.text()]);
  }
  return claims;
}

function parsed(text: string): Record<string, unknown> {
  return text === '' ? {} : JSON.parse(text);
}

class ByteReader {
  readonly #view: DataView;
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  uint32(): number {
    this.#at += 4;
    return this.#view.getUint32(this.#at - 4, true);
  }

  uint64(): bigint {
    this.#at += 8;
    return this.#view.getBigUint64(this.#at - 8, true);
  }

  nullableFloat(): number | null {
    this.#at += 1;
    if (this.#bytes[this.#at - 1] === 1) return null;
    this.#at += 4;
    return this.#view.getFloat32(this.#at - 4, true);
  }

  text(): string {
    let length = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.#bytes[this.#at++] ?? 0;
      length |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    const from = this.#at;
    this.#at += length;
    return Buffer.from(this.#bytes.subarray(from, this.#at)).toString('utf8');
  }
}
