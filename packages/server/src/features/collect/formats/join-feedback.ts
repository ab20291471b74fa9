import type { FeedbackField } from '@continuo/core';
import { ownCopy } from '../encode/identity-cache.ts';
import { answerValues, areFeedbackColumns, FEEDBACK_COLUMNS, RecordPlaces } from './feedback-rows.ts';
import { Columns, type RawRow, type RecordReader } from './record.ts';

/** Answers whose records are waited for at once; more would cost more in clearing up than in reading. */
const OPEN_ANSWERS = 5_000;
/** Answers that are known to be over: some 100 MB. */
const KNOWN_ANSWERS = 1_000_000;
const TOO_FAR = 'lies too far from the other fields of its answer: sort the file by submission_id';
const ROWS = 2_000;

/**
 * A file of feedback records as answers: the rows of one `submission_id` become one row, at the place of the first of them. Other
 * files are given back as they are. A row that comes more than 5,000 answers after the others of its answer is set aside.
 */
export async function joinFeedback(reader: RecordReader): Promise<RecordReader> {
  if (reader.hasHeader)
    return areFeedbackColumns(reader.columns) ? joined(reader, reader.batches[Symbol.asyncIterator](), []) : reader;
  // Without a header the first rows tell which columns there are.
  const batches = reader.batches[Symbol.asyncIterator]();
  const first = await batches.next();
  const rows = first.done ? [] : [first.value];
  if (areFeedbackColumns(reader.columns)) return joined(reader, batches, rows);
  return { ...reader, position: () => reader.position(), batches: again(rows, batches) };
}

type Batches = AsyncIterator<readonly RawRow[]>;

async function* again(before: readonly (readonly RawRow[])[], batches: Batches): AsyncGenerator<readonly RawRow[]> {
  try {
    yield* before;
    for (let next = await batches.next(); !next.done; next = await batches.next()) yield next.value;
  } finally {
    await batches.return?.();
  }
}

function joined(reader: RecordReader, batches: Batches, before: readonly (readonly RawRow[])[]): RecordReader {
  const columns = new Columns(Object.values(FEEDBACK_COLUMNS));
  return {
    ...reader,
    columns,
    hasHeader: false,
    recognised: 'Feedback records',
    position: () => reader.position(),
    batches: join(again(before, batches), reader.columns, columns),
  };
}

interface Open {
  readonly row: RawRow;
  readonly records: FeedbackField[];
}

async function* join(
  batches: AsyncIterable<readonly RawRow[]>,
  from: Columns,
  columns: Columns,
): AsyncGenerator<readonly RawRow[]> {
  const places = new RecordPlaces(from);
  const open = new Map<string, Open>();
  const over = new Set<string>();
  let ready: RawRow[] = [];
  const close = (submission: string, { row, records }: Open): void => {
    open.delete(submission);
    // Cut from the text of the file, it would keep all of that in memory.
    if (over.size < KNOWN_ANSWERS) over.add(ownCopy(submission));
    const values = answerValues(records, columns);
    if (values === null) ready.push({ ...row, values: [], fault: 'has no answer in any of its fields' });
    else ready.push({ ...row, values });
  };
  for await (const batch of batches) {
    for (const row of batch) {
      const record = row.fault ?? places.recordOf(row);
      if (typeof record === 'string') {
        ready.push({ ...row, values: [], fault: record });
        continue;
      }
      const known = open.get(record.submission_id);
      if (known) known.records.push(record);
      else if (over.has(record.submission_id)) ready.push({ ...row, values: [], fault: TOO_FAR });
      else open.set(record.submission_id, { row, records: [record] });
    }
    for (const [submission, one] of open) {
      if (open.size <= OPEN_ANSWERS) break;
      close(submission, one);
    }
    if (ready.length >= ROWS) {
      yield ready;
      ready = [];
    }
  }
  for (const [submission, one] of open) {
    close(submission, one);
    if (ready.length < ROWS) continue;
    yield ready;
    ready = [];
  }
  if (ready.length > 0) yield ready;
}
