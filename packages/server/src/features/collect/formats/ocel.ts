import { Problem } from '@continuo/core';
import { openBytes } from './byte-source.ts';
import { isObject } from './flatten.ts';
import { type JsonItem, JsonItems } from './json-items.ts';
import { EVENT_SECTIONS, OBJECT_SECTIONS, ObjectIndex } from './ocel-objects.ts';
import { OcelRows } from './ocel-rows.ts';
import type { RawRow, RecordReader } from './record.ts';
import { decodeChunks } from './text-encoding.ts';

/**
 * Opens an object-centric log: OCEL 2.0 JSON or OCEL 1.0 jsonocel. It is read twice: objects may stand after the events,
 * so the first pass remembers the type of every object (memory grows with the objects, about 150 bytes each).
 * Flattened on `objectType`: one row for each event and related object of that type; null takes the type that looks most
 * like a customer. Throws `import.unreadable` for JSON that is not whole, or for a type that the log does not have.
 */
export async function openOcel(path: string, objectType: string | null): Promise<RecordReader> {
  const index = await readObjects(path);
  if (index.types.length === 0) {
    throw new Problem('import.unreadable', 'The file has no objects, so there is nobody for whom things happened.');
  }
  if (objectType !== null && !index.types.includes(objectType)) {
    throw new Problem(
      'import.mapping_incomplete',
      `The log has no objects of type “${objectType}”. It has: ${index.types.join(', ')}.`,
    );
  }
  const source = await openBytes(path);
  const flattened = objectType ?? index.likeliestType();
  const rows = new OcelRows(index, flattened);
  return {
    columns: rows.columns,
    hasHeader: false,
    warnings: index.warnings,
    recognised: null,
    objectTypes: index.types,
    objectType: flattened,
    timeZone: null,
    position: source.position,
    batches: rowsOf(decodeChunks(source.chunks, 'utf-8'), rows),
  };
}

async function readObjects(path: string): Promise<ObjectIndex> {
  const index = new ObjectIndex();
  const items = new JsonItems((item) => {
    if (OBJECT_SECTIONS.has(item.section)) index.add(item.key, parseItem(item));
  });
  const source = await openBytes(path);
  for await (const text of decodeChunks(source.chunks, 'utf-8')) items.push(text);
  items.end();
  return index;
}

async function* rowsOf(texts: AsyncIterable<string>, rows: OcelRows): AsyncGenerator<RawRow[]> {
  const items = new JsonItems((item) => {
    if (EVENT_SECTIONS.has(item.section)) rows.add(item.key, parseItem(item), item.line);
  });
  for await (const text of texts) {
    items.push(text);
    yield rows.take();
  }
  items.end();
  yield rows.take();
}

function parseItem(item: JsonItem): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(item.json);
  } catch (cause) {
    throw new Problem(
      'import.unreadable',
      `An entry of “${item.section}” that ends in line ${item.line} is not JSON. Nothing was kept. Send the file again, whole.`,
      { details: { line: item.line }, cause },
    );
  }
  return isObject(value) ? value : {};
}
