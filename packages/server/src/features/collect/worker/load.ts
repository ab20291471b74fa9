import type { ImportFormat, Mapping } from '@continuo/contract';
import { Problem, sipKey } from '@continuo/core';
import { formatCount } from '@continuo/diagram';
import { ChunkEncoder, type EncodedChunk } from '../encode/chunk-encoder.ts';
import type { ContentFacts } from '../formats/content-facts.ts';
import { openRecords } from '../formats/open-records.ts';
import type { RecordReader } from '../formats/record.ts';
import { type CompiledMapping, compileMapping } from '../mapping/compile-mapping.ts';
import { noRows } from './preview.ts';
import { RejectFile } from './reject-file.ts';

export interface LoadRequest {
  readonly path: string;
  readonly format: ImportFormat;
  readonly mapping: Mapping;
  readonly content: ContentFacts;
  readonly workspace: number;
  readonly source: number;
  readonly workspaceZone: string;
  readonly receivedMs: number;
  /** Records below it were stored before: they are read and counted again, but not handed over. */
  readonly startRecord: number;
  /** Where rejects are written; null writes none. */
  readonly rejectPath: string | null;
  /** Records in a chunk. */
  readonly chunkRecords: number;
}

/** Counts over the whole file, also when an import was resumed. */
export interface LoadCounts {
  readonly rowsRead: number;
  readonly events: number;
  readonly rejected: number;
  /** Rows that the mapping's filters leave out. */
  readonly leftOut: number;
}

export interface LoadResult extends LoadCounts {
  readonly notes: readonly string[];
}

export interface ReadyChunk {
  readonly chunk: EncodedChunk;
  /** Record with which an import goes on after this chunk was stored. */
  readonly nextRecord: number;
  readonly counts: LoadCounts;
  readonly position: number;
}

/** Where the chunks go. `hand` resolves when another may be made. */
export interface LoadSink {
  hand(ready: ReadyChunk): Promise<void>;
  progress(position: number, counts: LoadCounts): void;
}

/**
 * Reads a whole file, encodes its events in chunks and hands them over in order. Rows that cannot be used go to the reject
 * file and the reading goes on. Throws `import.unreadable` when the file cannot be read to its end, has no rows, or not one
 * row could be used: then nothing may be shown.
 */
export async function loadFile(request: LoadRequest, sink: LoadSink): Promise<LoadResult> {
  const { mapping, content } = request;
  const reader = await openRecords(request.path, request.format, {
    objectType: mapping.objectType,
    encoding: content.encoding,
  });
  const compiled = compileMapping(mapping, reader.columns, {
    hasHeader: reader.hasHeader,
    workspaceZone: request.workspaceZone,
    rowPerson: (record) => `${content.sha256.slice(0, 12)} row ${record + 1}`,
  });
  const rejects = new RejectFile(request.rejectPath, reader.columns, reader.hasHeader);
  const load = new Load(request, reader, compiled, rejects, sink);
  try {
    await load.run();
  } finally {
    await rejects.close();
  }
  const counts = load.counts();
  if (counts.rowsRead === 0) throw noRows(reader);
  if (counts.events === 0) throw nothingUsable(counts, load.commonestReason());
  return { ...counts, notes: notesOf(reader, compiled, content, counts) };
}

class Load {
  readonly #request: LoadRequest;
  readonly #reader: RecordReader;
  readonly #compiled: CompiledMapping;
  readonly #rejects: RejectFile;
  readonly #sink: LoadSink;
  readonly #encoder: ChunkEncoder;
  readonly #reasons = new Map<string, number>();
  #rowsRead = 0;
  #events = 0;
  #leftOut = 0;
  #record = -1;

  constructor(
    request: LoadRequest,
    reader: RecordReader,
    compiled: CompiledMapping,
    rejects: RejectFile,
    sink: LoadSink,
  ) {
    this.#request = request;
    this.#reader = reader;
    this.#compiled = compiled;
    this.#rejects = rejects;
    this.#sink = sink;
    this.#encoder = new ChunkEncoder(reader.columns, compiled, {
      workspace: request.workspace,
      source: request.source,
      receivedMs: request.receivedMs,
      contentKey: sipKey(Buffer.from(request.content.sha256, 'hex')),
    });
  }

  async run(): Promise<void> {
    const { startRecord, chunkRecords } = this.#request;
    for await (const batch of this.#reader.batches) {
      for (const row of batch) {
        // A chunk ends between records only: the objects of one OCEL event stay together.
        if (this.#encoder.rows >= chunkRecords && row.record !== this.#record) await this.#hand(row.record);
        this.#record = row.record;
        this.#rowsRead += 1;
        const verdict = this.#compiled.read(row);
        if (verdict === null) {
          this.#events += 1;
          if (row.record >= startRecord) this.#encoder.add(row);
        } else if (verdict === 'left out') this.#leftOut += 1;
        else {
          this.#rejects.add(row, verdict.reason);
          const reason = verdict.reason.replace(/:.*$/, '');
          this.#reasons.set(reason, (this.#reasons.get(reason) ?? 0) + 1);
        }
      }
      await this.#rejects.drain();
      this.#sink.progress(this.#reader.position(), this.counts());
    }
    if (this.#encoder.rows > 0) await this.#hand(this.#record + 1);
  }

  counts(): LoadCounts {
    return {
      rowsRead: this.#rowsRead,
      events: this.#events,
      rejected: this.#rejects.count,
      leftOut: this.#leftOut,
    };
  }

  commonestReason(): string {
    let most = 0;
    let commonest = '';
    for (const [reason, count] of this.#reasons) {
      if (count > most) {
        most = count;
        commonest = reason;
      }
    }
    return commonest;
  }

  async #hand(nextRecord: number): Promise<void> {
    const chunk = this.#encoder.take();
    await this.#sink.hand({ chunk, nextRecord, counts: this.counts(), position: this.#reader.position() });
  }
}

function nothingUsable(counts: LoadCounts, reason: string): Problem {
  const why =
    counts.rejected > 0
      ? `the usual reason is that a row ${reason}`
      : 'the filters of the mapping leave all of them out';
  return new Problem(
    'import.unreadable',
    `Not one of the ${counts.rowsRead} rows could be used: ${why}. Nothing was kept. Check the mapping and import again.`,
  );
}

function notesOf(reader: RecordReader, compiled: CompiledMapping, content: ContentFacts, counts: LoadCounts): string[] {
  const { zone } = compiled;
  const notes = [...reader.warnings];
  if (zone.moved > 0) {
    notes.push(
      `${zone.moved} local times did not exist in ${zone.name} (clocks went forward); they were moved forward.`,
    );
  }
  if (zone.ambiguous > 0) {
    notes.push(`${zone.ambiguous} local times happened twice in ${zone.name} (clocks went back); the first was taken.`);
  }
  if (compiled.offScale() > 0) {
    const scores = compiled.offScale();
    notes.push(
      scores === 1
        ? 'One score was not on the scale; that event was kept without a score.'
        : `${formatCount(scores)} scores were not on the scale; those events were kept without a score.`,
    );
  }
  if (counts.leftOut > 0) notes.push(`${counts.leftOut} rows were left out, as the mapping asks.`);
  if (content.hasBrokenText) notes.push('Some letters could not be read and are shown as \uFFFD.');
  if (reader.columns.dropped > 0) notes.push('The file has more than 5,000 different columns; the rest was left out.');
  return notes;
}
