import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { Problem } from '@continuo/core';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { load, mappingOf, tempFolder } from './test-kit.ts';
import { previewFile } from './worker/preview.ts';

const folder = tempFolder();
afterAll(folder.dispose);

const CSV_MAPPING = mappingOf({ person: 'customer', activity: 'what', time: 'when' });
const XES_MAPPING = mappingOf({ caseKey: 'case:concept:name', activity: 'concept:name', time: 'time:timestamp' });
const OCEL_MAPPING = mappingOf({
  caseKey: 'ocel:oid',
  activity: 'ocel:activity',
  time: 'ocel:timestamp',
  objectType: 'order',
});

const HEADER = 'customer,what,when\n';
const GOOD = `${HEADER}A,buy,2024-01-01\nB,ask,2024-01-02\n`;
const xes = (events: string, before = '') =>
  `<?xml version="1.0"?>${before}<log><trace><string key="concept:name" value="1"/>${events}</trace></log>`;
const xesEvent = (time: string, name = 'buy') =>
  `<event><string key="concept:name" value="${name}"/>${time === '' ? '' : `<date key="time:timestamp" value="${time}"/>`}</event>`;
const ocel = (time: string) =>
  JSON.stringify({
    objects: [{ id: 'o1', type: 'order' }],
    events: [{ id: 'e1', type: 'buy', time, relationships: [{ objectId: 'o1' }] }],
  });
const many = Array.from(
  { length: 2_000 },
  (_, i) => `C${i},buy,2024-01-01 10:00:${String(i % 60).padStart(2, '0')}\n`,
).join('');

describe('a file that cannot be read to its end is one clear error', () => {
  test.each([
    ['empty file', 'e.csv', '', /The file is empty/],
    ['blank file', 'b.csv', ' \n\n ', /The file is empty/],
    ['empty gzip', 'e.csv.gz', gzipSync(''), /The file is empty/],
    ['header only', 'h.csv', HEADER, /column names but no rows/],
    ['header only, gzip', 'h.csv.gz', gzipSync(HEADER), /column names but no rows/],
    ['gzip cut off', 't.csv.gz', gzipSync(HEADER + many).subarray(0, 3_000), /ends in the middle .*Nothing was kept/s],
    ['gzip damaged', 'd.csv.gz', damaged(gzipSync(HEADER + many)), /damaged|ends in the middle/],
    ['quote never closed', 'q.csv', `${HEADER}A,"buy,2024-01-01\nB,ask,2024-01-02\n`, /line 2 is never closed/],
    ['XES cut off', 'c.xes', xes(xesEvent('2024-01-01T00:00:00Z')).slice(0, -20), /cannot be read at line 1/],
    [
      'XES cut off, gzip',
      'c.xes.gz',
      gzipSync(xes(xesEvent('2024-01-01T00:00:00Z'))).subarray(0, 90),
      /ends in the middle/,
    ],
    ['XES without events', 'n.xes', xes(''), /holds no events/],
    ['XML that is no log', 'x.xes', '<html><body/></html>', /not a XES log/],
    ['NUL in XES', 'z.xes', xes(xesEvent('2024-01-01T00:00:00Z', 'b\0uy')), /cannot be read at line 1/],
    [
      'entity expansion',
      'bomb.xes',
      xes(xesEvent('2024-01-01T00:00:00Z', '&b;'), '<!DOCTYPE log [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'),
      /declares XML entities/,
    ],
    [
      'external entity',
      'ext.xes',
      xes('', '<!DOCTYPE log [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
      /declares XML entities/,
    ],
    ['OCEL cut off', 'c.jsonocel', ocel('2024-01-01T00:00:00Z').slice(0, -30), /ends in the middle/],
    ['OCEL without objects', 'o.jsonocel', '{"objects":[],"events":[]}', /has no objects/],
    ['JSON list cut off', 'l.json', '[{"a":1},{"a":2}', /ends in the middle/],
    ['binary', 'b.csv', Buffer.from([1, 2, 0, 0, 0, 4, 5, 0, 0, 9]), /not a text file/],
    ['zip', 'z.csv', Buffer.from('PK\x03\x04 something else'), /zip archive/],
    ['old Excel', 'o.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]), /old Excel/],
    [
      'xlsx cut off',
      'c.xlsx',
      Buffer.from('PK\x03\x04 [Content_Types].xml xl/workbook.xml'),
      /workbook ends in the middle/,
    ],
  ])('%s', async (_, name, content, message) => {
    const path = folder.write(name, content);
    const mapping = name.includes('.xes') ? XES_MAPPING : name.includes('ocel') ? OCEL_MAPPING : CSV_MAPPING;
    const error = await load(path, mapping).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(Problem);
    expect((error as Problem).message).toMatch(message);
    expect((error as Problem).code).toMatch(/^import\./);
  });

  test('gzip that unpacks without end', async () => {
    const path = folder.write('bomb.csv.gz', gzipSync(Buffer.alloc(300 * 1024 * 1024, 'aaaaaaaaa\n')));
    await expect(load(path, CSV_MAPPING)).rejects.toThrow(/more than 300 times its size/);
  }, 60_000);

  test.each([
    [
      'a column that is not there',
      { ...CSV_MAPPING, time: 'moment' },
      /no column “moment”.*It has: customer, what, when/,
    ],
    ['no column for the time', { ...CSV_MAPPING, time: '' }, /which column holds the times/],
    ['nothing that happens', { ...CSV_MAPPING, activity: null }, /what happened/],
    ['a zone that is none', { ...CSV_MAPPING, timeZone: 'Nowhere' }, /not a time zone/],
    ['a format that is none', { ...CSV_MAPPING, timeFormat: 'QQ' }, /time format/],
    ['a score without a scale', { ...CSV_MAPPING, score: 'what' }, /on which scale/],
  ])('mapping: %s', async (_, mapping, message) => {
    await expect(load(folder.write('good.csv', GOOD), mapping)).rejects.toThrow(message);
  });

  test('no row that can be used fails, and says the usual reason', async () => {
    const path = folder.write('bad.csv', `${HEADER}A,buy,soon\nB,buy,later\nC,buy,\n`);
    await expect(load(path, CSV_MAPPING)).rejects.toThrow(/Not one of the 3 rows .* has a time that cannot be read/);
  });
});

describe('a row that cannot be used is set aside with its line and the reason, the others are kept', () => {
  test.each([
    ['fewer fields', 'X,buy', 'has 2 fields where the header has 3'],
    ['more fields', 'X,buy,2024-01-01,more', 'has 4 fields where the header has 3'],
    ['text after a quote', '"X"Y,buy,2024-01-01', 'has text after a closing quotation mark'],
    ['NUL byte', 'X\0,buy,2024-01-01', 'holds a NUL byte'],
    ['year 9999', 'X,buy,9999-12-31', 'has a time outside 1970 to 2200: 9999-12-31'],
    ['year 1900', 'X,buy,1900-01-01', 'has a time outside 1970 to 2200: 1900-01-01'],
    ['no time', 'X,buy,', 'has no time'],
    ['no such day', 'X,buy,2023-02-30', 'has a time that cannot be read: 2023-02-30'],
    ['nobody', ',buy,2024-01-01', 'does not say to whom it happened'],
    ['nothing', 'X,,2024-01-01', 'does not say what happened'],
    ['10 MB field', `X,"${'y'.repeat(10 * 1024 * 1024)}",2024-01-01`, 'is longer than 4 million characters'],
  ])('CSV: %s', async (_, row, reason) => {
    const rejectPath = `${folder.path}/rejects.csv`;
    const path = folder.write('row.csv', `${HEADER}A,buy,2024-01-01\n${row}\nB,ask,2024-01-02\n`);
    const { events, result } = await load(path, CSV_MAPPING, { rejectPath });
    expect(events.map((event) => event.name)).toEqual(['buy', 'ask']);
    expect(result).toMatchObject({ rowsRead: 3, events: 2, rejected: 1 });
    const [header, reject] = readFileSync(rejectPath, 'utf8').split('\n');
    expect(header).toBe('line,reason,customer,what,when');
    expect(reject?.slice(0, 3 + reason.length)).toMatch(
      reason.includes(',') ? /^3,"/ : `3,${reason}`.slice(0, 3 + reason.length),
    );
  });

  test('extra empty fields and blank lines are no fault', async () => {
    const path = folder.write('loose.csv', `${HEADER}A,buy,2024-01-01,,\n\nB,ask,2024-01-02\r\nC,ask,2024-01-03`);
    expect((await load(path, CSV_MAPPING)).result).toMatchObject({ events: 3, rejected: 0 });
  });

  test('JSON lines: what is no JSON, no object, too early or has no time', async () => {
    const lines = [
      '{"customer":"A","what":"buy","when":"2024-01-01"}',
      '{"customer":"A","what":',
      '[1,2]',
      '{"customer":"A","what":"buy","when":"9999-01-01"}',
      '{"customer":"A","what":"buy"}',
      `{"customer":"A","what":"${'y'.repeat(5 * 1024 * 1024)}","when":"2024-01-01"}`,
      '{"customer":"A","what":"b\\u0000uy","when":"2024-01-01"}',
      '{"customer":"B","what":"ask","when":"2024-01-02"}',
    ];
    const rejectPath = `${folder.path}/json.csv`;
    const { events, result } = await load(folder.write('l.ndjson', lines.join('\n')), CSV_MAPPING, { rejectPath });
    expect(events.map((event) => event.name)).toEqual(['buy', 'ask']);
    expect(result.rejected).toBe(6);
    const reasons = readFileSync(rejectPath, 'utf8').split('\n').slice(1, -1);
    expect(reasons.map((line) => line.split(',').slice(0, 2).join(' '))).toEqual([
      '2 is not JSON',
      '3 is not a JSON object',
      '4 has a time outside 1970 to 2200: 9999-01-01',
      '5 has no time',
      '6 is longer than 4 million characters',
      '7 holds a NUL byte',
    ]);
  });

  test('XES: no time, year 9999, no name; a default never makes up a time', async () => {
    const events = [
      xesEvent('2024-01-01T00:00:00Z'),
      xesEvent(''),
      xesEvent('9999-01-01T00:00:00Z'),
      xesEvent('2024-01-01T00:00:00Z', ''),
    ];
    const global = '<global scope="event"><date key="time:timestamp" value="1999-01-01T00:00:00Z"/></global>';
    const path = folder.write('r.xes', xes(events.join('')).replace('<log>', `<log>${global}`));
    const { result } = await load(path, XES_MAPPING);
    expect(result).toMatchObject({ rowsRead: 4, events: 1, rejected: 2 + 1 });
  });

  test('OCEL: an event of year 9999', async () => {
    await expect(load(folder.write('r.jsonocel', ocel('9999-01-01T00:00:00Z')), OCEL_MAPPING)).rejects.toThrow(
      /outside 1970 to 2200/,
    );
  });
});

describe('what can be mended is mended, and told', () => {
  test('equal column names', async () => {
    const path = folder.write('dup.csv', 'customer,what,when,note,note\nA,buy,2024-01-01,x,y\n');
    const { events, result } = await load(path, CSV_MAPPING);
    expect(events[0]?.properties).toEqual({ note: 'x', 'note (2)': 'y' });
    expect(result.notes.join()).toMatch(/Two columns are called “note”/);
  });

  test('windows-1252, also when the first odd letter comes late', async () => {
    const late = `${HEADER}${many}Zoë,buy,2024-01-01\n`.repeat(1);
    const padded = HEADER + many.repeat(6) + late.slice(HEADER.length);
    const path = folder.write('latin.csv', Buffer.from(padded, 'latin1'));
    const { claims, result } = await load(path, CSV_MAPPING);
    expect(claims.at(-1)?.[2]).toBe('Zoë');
    expect(result.notes.join()).toMatch(/read as windows-1252/);
  });

  test('UTF-8 with some broken bytes stays UTF-8', async () => {
    const path = folder.write(
      'mixed.csv',
      Buffer.concat([
        Buffer.from(`${HEADER}Zoë,buy,2024-01-01\n`.repeat(1) + many.repeat(6)),
        Buffer.from([0x41, 0xff]),
        Buffer.from(',buy,2024-01-01\n'),
      ]),
    );
    const { claims, result } = await load(path, CSV_MAPPING);
    expect(claims[0]?.[2]).toBe('Zoë');
    expect(result.notes.join()).toMatch(/could not be read/);
  });

  test('a first line of data is asked about', async () => {
    const preview = await previewFile(folder.write('nohead.csv', '1,2024-01-01\n2,2024-01-02\n'), 'nohead.csv');
    expect(preview.warnings.join()).toMatch(/looks like data/);
  });

  test('a file without times can be looked at', async () => {
    const preview = await previewFile(folder.write('notime.csv', 'a,b\nx,y\nz,w\n'), 'notime.csv');
    expect(preview.mapping.time).toBe('');
    expect(preview.warnings.join()).toMatch(/No column holds times/);
  });

  test('a file under a wrong name, of which no row is one, is refused at once', async () => {
    const path = folder.write('list.json', JSON.stringify({ tool: 'x', rows: [1, 2] }, null, 2));
    await expect(previewFile(path, 'list.json')).rejects.toThrow(/none of its first \d+ rows is one.*right file/);
  });
});

describe('Excel', () => {
  let path = '';
  beforeAll(async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('empty');
    workbook.addWorksheet('about').addRows([['Exported on Monday'], ['by the shop']]);
    const sheet = workbook.addWorksheet('data');
    sheet.addRow(['customer', 'what', 'when', 'amount']);
    sheet.addRow(['A', 'buy', new Date('2024-01-01T10:00:00.500Z'), 9.5]);
    sheet.addRow(['B', 'ask', 'never']);
    sheet.addRow([]);
    sheet.addRow([
      'C',
      { richText: [{ text: 'a' }, { text: 'sk' }] },
      new Date('2024-01-03T00:00:00Z'),
      { formula: '1+1', result: 2 },
    ]);
    path = `${folder.path}/book.xlsx`;
    await workbook.xlsx.writeFile(path);
  });

  test('dates, numbers, rich text and formulas; the first sheet that is a table, past a page of notes', async () => {
    const { events, result } = await load(path, CSV_MAPPING);
    expect(result).toMatchObject({ rowsRead: 3, events: 2, rejected: 1 });
    expect(events.map(({ name, timeMs, properties }) => [name, new Date(timeMs).toISOString(), properties])).toEqual([
      ['buy', '2024-01-01T10:00:00.500Z', { amount: 9.5 }],
      ['ask', '2024-01-03T00:00:00.000Z', { amount: 2 }],
    ]);
  });

  test('cut off', async () => {
    const whole = readFileSync(path);
    await expect(load(folder.write('cut.xlsx', whole.subarray(0, whole.length - 400)), CSV_MAPPING)).rejects.toThrow(
      /ends in the middle|damaged/,
    );
  });
});

function damaged(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  for (let at = 200; at < 260; at += 1) copy[at] = 0;
  return copy;
}
