import type { DryRun, ImportFormat, Mapping, Preview } from '@continuo/contract';
import { Problem } from '@continuo/core';
import type { EncodedChunk } from './encode/chunk-encoder.ts';
import type { ContentFacts } from './formats/content-facts.ts';
import type { LoadCounts, LoadRequest, LoadResult } from './worker/load.ts';
import { useWorker } from './worker/worker-client.ts';

/** Records in a chunk: the unit that is stored and checkpointed, about 1.3 s of work. */
const CHUNK_RECORDS = 200_000;
/** So many rows are tried: the most that nobody minds waiting for, 2 s. */
const DRY_RUN_ROWS = 200_000;

/** What to remember once a chunk is stored; give `nextRecord` and `content` back to go on after a stop. */
export interface Checkpoint {
  readonly nextRecord: number;
  readonly content: ContentFacts;
  readonly counts: LoadCounts;
}

export interface ImportProgress {
  /** Reading all of it once to know it (first pass), or loading it (second). */
  readonly pass: 'checking' | 'loading';
  /** 0 … 1 over both passes, by bytes of the file. */
  readonly progress: number;
  readonly counts: LoadCounts;
  /** Rows a second over the last seconds; null while checking. */
  readonly rowsPerSecond: number | null;
  /** Null until it can be told. */
  readonly secondsLeft: number | null;
}

export interface ImportRequest {
  readonly file: string;
  readonly bytes: number;
  readonly format: ImportFormat;
  readonly mapping: Mapping;
  readonly workspace: number;
  readonly source: number;
  /** Zone of the workspace, for times without offset when the mapping names none. */
  readonly workspaceZone: string;
  /** Arrival of all events, milliseconds since 1970; the same when resumed, so that a chunk stored twice is stored once. */
  readonly receivedMs: number;
  /** 0, or `nextRecord` of the last checkpoint. */
  readonly startRecord: number;
  /** From the last checkpoint: spares the first pass. */
  readonly content?: ContentFacts | undefined;
  readonly rejectPath: string | null;
  /** Called after the first pass: return false to stop, because this content was imported already. */
  readonly onContent?: (content: ContentFacts) => Promise<boolean> | boolean;
  /** Must resolve when the chunk and its checkpoint are durable. Chunks come in order, one at a time. */
  onChunk(chunk: EncodedChunk, checkpoint: Checkpoint): Promise<void>;
  onProgress?(progress: ImportProgress): void;
  readonly signal?: AbortSignal | undefined;
  readonly chunkRecords?: number;
}

/** How an import ended. Only `done` may be shown: anything else leaves a source that must stay hidden. */
export type ImportOutcome =
  | {
      readonly status: 'done';
      readonly content: ContentFacts;
      readonly counts: LoadCounts;
      readonly notes: readonly string[];
    }
  | { readonly status: 'unchanged'; readonly content: ContentFacts }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly error: string; readonly problem: Problem };

const NO_COUNTS: LoadCounts = { rowsRead: 0, events: 0, rejected: 0, leftOut: 0 };
/** Hashing reads about 8 times as fast as loading. */
const CHECKING_SHARE = 0.12;

/** What a file is and how it would be read. Throws `import.unreadable`. */
export async function previewImport(file: string, name: string, signal?: AbortSignal): Promise<Preview> {
  const answer = await useWorker({ job: 'preview', path: file, name }, 'preview', { signal });
  return answer.preview;
}

type DryRunRequest = Pick<ImportRequest, 'file' | 'format' | 'mapping' | 'workspaceZone' | 'signal'>;

/** Five timelines made with a mapping, from up to 200,000 rows. Throws `import.unreadable` and `import.mapping_incomplete`. */
export function dryRunImport(request: DryRunRequest): Promise<DryRun> {
  return tryRows(request, DRY_RUN_ROWS);
}

/** Throws `import.mapping_incomplete` for a mapping that cannot work, which the first rows tell. */
export async function checkMapping(request: DryRunRequest): Promise<void> {
  await tryRows(request, 1);
}

async function tryRows({ file, format, mapping, workspaceZone, signal }: DryRunRequest, rows: number): Promise<DryRun> {
  const job = { job: 'dryRun', path: file, format, mapping, workspaceZone, rows } as const;
  return (await useWorker(job, 'dryRun', { signal })).dryRun;
}

/**
 * Imports a file in two passes, both in a worker thread: the first hashes it and finds damage before anything is stored, the
 * second maps and encodes. A file that cannot be used is an outcome; what `onChunk` throws is thrown on.
 * Memory: at most two chunks wait. Resuming with the last checkpoint gives the same rows and the same counts as never having
 * stopped; the reject file is written anew.
 */
export async function runImport(request: ImportRequest): Promise<ImportOutcome> {
  try {
    const content = request.content ?? (await readContent(request));
    if (request.onContent !== undefined && !(await request.onContent(content))) return { status: 'unchanged', content };
    const { notes, ...counts } = await load(request, content);
    return { status: 'done', content, counts, notes };
  } catch (error) {
    if (request.signal?.aborted === true) return { status: 'cancelled' };
    const isExpected = error instanceof Problem && error.code.startsWith('import.');
    if (!isExpected) throw error;
    return { status: 'failed', error: error.message, problem: error };
  }
}

async function readContent(request: ImportRequest): Promise<ContentFacts> {
  const answer = await useWorker({ job: 'content', path: request.file, format: request.format }, 'content', {
    signal: request.signal,
    onMessage(message) {
      if (message.type !== 'progress') return;
      const share = message.position / Math.max(request.bytes, 1);
      request.onProgress?.({
        pass: 'checking',
        progress: CHECKING_SHARE * Math.min(share, 1),
        counts: NO_COUNTS,
        rowsPerSecond: null,
        secondsLeft: null,
      });
    },
  });
  return answer.content;
}

async function load(request: ImportRequest, content: ContentFacts): Promise<LoadResult> {
  const pace = new Pace(request.bytes);
  const answer = await useWorker({ job: 'load', request: loadRequest(request, content) }, 'loaded', {
    signal: request.signal,
    async onMessage(message, worker) {
      if (message.type === 'chunk') {
        const { chunk, nextRecord, counts } = message.ready;
        await request.onChunk(chunk, { nextRecord, content, counts });
        worker.postMessage({ type: 'taken' });
      } else if (message.type === 'progress' && message.counts !== null) {
        request.onProgress?.(pace.at(message.position, message.counts));
      }
    },
  });
  return answer.result;
}

function loadRequest(request: ImportRequest, content: ContentFacts): LoadRequest {
  const { format, mapping, workspace, source, workspaceZone, receivedMs, startRecord, rejectPath } = request;
  const { file: path, chunkRecords = CHUNK_RECORDS } = request;
  return {
    path,
    format,
    mapping,
    content,
    workspace,
    source,
    workspaceZone,
    receivedMs,
    startRecord,
    rejectPath,
    chunkRecords,
  };
}

/** Speed and time left from where the reading stands; looks at the last 10 seconds. */
class Pace {
  readonly #bytes: number;
  readonly #marks: { readonly ms: number; readonly position: number; readonly rows: number }[] = [];

  constructor(bytes: number) {
    this.#bytes = Math.max(bytes, 1);
  }

  at(position: number, counts: LoadCounts): ImportProgress {
    const now = { ms: performance.now(), position, rows: counts.rowsRead };
    this.#marks.push(now);
    while (this.#marks.length > 2 && now.ms - (this.#marks[0]?.ms ?? 0) > 10_000) this.#marks.shift();
    const first = this.#marks[0] ?? now;
    const seconds = (now.ms - first.ms) / 1000;
    const speed = seconds > 0 ? (now.position - first.position) / seconds : 0;
    const share = Math.min(position / this.#bytes, 1);
    return {
      pass: 'loading',
      progress: CHECKING_SHARE + (1 - CHECKING_SHARE) * share,
      counts,
      rowsPerSecond: seconds > 0 ? (now.rows - first.rows) / seconds : null,
      secondsLeft: speed > 0 ? Math.max(this.#bytes - position, 0) / speed : null,
    };
  }
}
