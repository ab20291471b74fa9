import { Problem } from '@continuo/core';
import { headOf, openBytes } from './byte-source.ts';
import { headText } from './csv.ts';
import { flatten, isObject } from './flatten.ts';
import { JsonItems } from './json-items.ts';
import { Columns, MAX_RECORD_CHARS, type RawRow, type RawValue, type RecordReader } from './record.ts';
import { decodeChunks, detectEncoding, type Encoding } from './text-encoding.ts';

/** Column that names what happened in calls of the Segment shape; calls that are no event leave it empty. */
export const SEGMENT_ACTIVITY = 'segment:activity';

const SEGMENT_TYPES = new Set(['track', 'page', 'screen', 'identify', 'group', 'alias']);

/**
 * Opens JSON lines, or one JSON list of objects. Nested objects are flattened to dotted names.
 * A line that is no JSON object becomes a faulty row; a list that ends in the middle throws `import.unreadable`.
 */
export async function openNdjson(path: string, encoding?: Encoding): Promise<RecordReader> {
  const head = await headOf(path, 64 * 1024);
  const used = encoding ?? detectEncoding(head).encoding;
  const start = headText(head, used).trimStart();
  if (start === '') throw new Problem('import.unreadable', 'The file is empty: there is nothing to import.');
  const source = await openBytes(path);
  const rows = new ObjectRows();
  const texts = decodeChunks(source.chunks, used);
  return {
    columns: rows.columns,
    hasHeader: false,
    warnings: [],
    recognised: null,
    objectTypes: [],
    objectType: null,
    timeZone: null,
    position: source.position,
    batches: start.startsWith('[') ? rowsOfList(texts, rows) : rowsOfLines(texts, rows),
  };
}

async function* rowsOfLines(texts: AsyncIterable<string>, rows: ObjectRows): AsyncGenerator<RawRow[]> {
  let rest = '';
  let line = 1;
  let isTooLong = false;
  const take = (text: string) => {
    if (isTooLong) rows.fault(line, 'is longer than 4 million characters');
    else if (text.trim() !== '') rows.add(text, line);
    isTooLong = false;
    line += 1;
  };
  for await (const text of texts) {
    let at = 0;
    for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', at)) {
      take(rest + text.slice(at, feed));
      rest = '';
      at = feed + 1;
    }
    rest += text.slice(at);
    if (rest.length > MAX_RECORD_CHARS) {
      isTooLong = true;
      rest = '';
    }
    yield rows.take();
  }
  if (rest !== '' || isTooLong) take(rest);
  yield rows.take();
}

async function* rowsOfList(texts: AsyncIterable<string>, rows: ObjectRows): AsyncGenerator<RawRow[]> {
  const items = new JsonItems((item) => rows.add(item.json, item.line));
  for await (const text of texts) {
    items.push(text);
    yield rows.take();
  }
  items.end();
  yield rows.take();
}

class ObjectRows {
  readonly columns = new Columns();
  #rows: RawRow[] = [];
  #record = 0;

  add(json: string, line: number): void {
    let parsed: unknown;
    try {
      parsed = JSON.parse(json);
    } catch {
      this.fault(line, 'is not JSON', json);
      return;
    }
    if (!isObject(parsed)) {
      this.fault(line, 'is not a JSON object', json);
      return;
    }
    const values: RawValue[] = [];
    const put = (name: string, value: RawValue) => {
      const place = this.columns.place(name);
      if (place < 0) return;
      while (values.length <= place) values.push(undefined);
      values[place] = value;
    };
    flatten(parsed, put);
    const activity = segmentActivity(parsed);
    if (activity !== null) put(SEGMENT_ACTIVITY, activity);
    this.#push(line, values, json.includes('\\u0000') || json.includes('\0') ? 'holds a NUL byte' : null);
  }

  fault(line: number, reason: string, raw = ''): void {
    this.#push(line, [raw.slice(0, 10_000)], reason);
  }

  take(): RawRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  #push(line: number, values: readonly RawValue[], fault: string | null): void {
    this.#rows.push({ record: this.#record, line, values, objectId: '', fault });
    this.#record += 1;
  }
}

/** Name of a call of the Segment shape: a track call's event, a viewed page or screen; `''` for calls about people. */
function segmentActivity(call: Readonly<Record<string, unknown>>): string | null {
  const { type, event, name } = call;
  if (typeof type !== 'string' || !SEGMENT_TYPES.has(type)) return null;
  if (call.userId === undefined && call.anonymousId === undefined) return null;
  // A track call without a name is a fault, unlike a call about a person: it stays without the column.
  if (type === 'track') return typeof event === 'string' && event !== '' ? event : null;
  if (type === 'page') return typeof name === 'string' && name !== '' ? `Viewed ${name} Page` : 'Viewed Page';
  if (type === 'screen') return typeof name === 'string' && name !== '' ? `Viewed ${name} Screen` : 'Viewed Screen';
  return '';
}
