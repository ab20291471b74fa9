import { isStaffProperty, wordless } from '@continuo/core';
import { csvCell } from '@continuo/diagram';
import type { StoredEvent } from '@continuo/warehouse';

export const EXPORT_FORMATS = ['csv', 'ndjson', 'xes'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const EXPORT_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  ndjson: 'application/x-ndjson',
  xes: 'application/xml',
};

/** Events as they may leave the house: without who of the staff was there, and without words where those are switched off. */
export async function* mayLeave(events: AsyncIterable<StoredEvent>, freeText: boolean): AsyncGenerator<StoredEvent> {
  for await (const event of events) {
    const kept = Object.entries(event.properties).filter(([key]) => !isStaffProperty(key));
    const shown = { ...event, properties: Object.fromEntries(kept) };
    yield freeText ? shown : wordless(shown);
  }
}

/** Events as the text of a file, piece by piece; what it writes, an import reads back. */
export function writeEvents(events: AsyncIterable<StoredEvent>, format: ExportFormat): AsyncGenerator<string> {
  switch (format) {
    case 'csv':
      return writeCsv(events);
    case 'ndjson':
      return writeNdjson(events);
    case 'xes':
      return writeXes(events);
  }
}

const COLUMNS = ['person', 'case', 'activity', 'time', 'channel', 'score', 'scale', 'text', 'properties'];

async function* writeCsv(events: AsyncIterable<StoredEvent>): AsyncGenerator<string> {
  yield `${COLUMNS.join(',')}\r\n`;
  for await (const event of events) {
    const { person, caseKey, activity, timeMs, channel, score, scale, text, properties } = event;
    const cells = [
      person,
      caseKey,
      activity,
      iso(timeMs),
      channel,
      score ?? '',
      scale,
      text,
      propertiesText(properties),
    ];
    yield `${cells.map((cell) => csvCell(String(cell))).join(',')}\r\n`;
  }
}

async function* writeNdjson(events: AsyncIterable<StoredEvent>): AsyncGenerator<string> {
  for await (const { timeMs, ...event } of events) yield `${JSON.stringify({ ...event, time: iso(timeMs) })}\n`;
}

async function* writeXes(events: AsyncIterable<StoredEvent>): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1849-2016" xmlns="http://www.xes-standard.org/">\n';
  let open: string | null = null;
  for await (const event of events) {
    const trace = event.caseKey === '' ? event.person : event.caseKey;
    if (trace !== open) {
      yield `${open === null ? '' : '</trace>\n'}<trace>${attribute('string', 'concept:name', trace)}\n`;
      open = trace;
    }
    yield `<event>${attributesOf(event).join('')}</event>\n`;
  }
  yield `${open === null ? '' : '</trace>\n'}</log>\n`;
}

function attributesOf({ person, activity, timeMs, channel, score, text, properties }: StoredEvent): string[] {
  const own = [
    attribute('string', 'concept:name', activity),
    attribute('date', 'time:timestamp', iso(timeMs)),
    attribute('string', 'person', person),
  ];
  if (channel !== '') own.push(attribute('string', 'channel', channel));
  if (score !== null) own.push(attribute('float', 'score', String(score)));
  if (text !== '') own.push(attribute('string', 'text', text));
  return [...own, ...Object.entries(properties).map(([key, value]) => attribute(xesType(value), key, String(value)))];
}

const xesType = (value: unknown): string =>
  typeof value === 'number' ? 'float' : typeof value === 'boolean' ? 'boolean' : 'string';
const attribute = (type: string, key: string, value: string): string =>
  `<${type} key="${escapeXml(key)}" value="${escapeXml(value)}"/>`;
const iso = (timeMs: number): string => new Date(timeMs).toISOString();
const propertiesText = (properties: StoredEvent['properties']): string =>
  Object.keys(properties).length === 0 ? '' : JSON.stringify(properties);

// XML 1.0 has no place for most control characters, escaped or not: they are left out.
const escapeXml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
