import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectDialect } from './csv-dialect.ts';
import { CsvParser } from './csv-parser.ts';

interface Parsed {
  readonly fields: string[];
  readonly line: number;
  readonly fault: string | null;
}

/** Parses text given in pieces of one size. */
function parse(text: string, size = text.length || 1, delimiter = ',', maxChars?: number): Parsed[] {
  const records: Parsed[] = [];
  const parser = new CsvParser(delimiter, (fields, line, fault) => records.push({ fields, line, fault }), maxChars);
  for (let at = 0; at < text.length; at += size) parser.push(text.slice(at, at + size));
  parser.end();
  return records;
}

const fieldsOf = (records: readonly Parsed[]) => records.map((record) => record.fields);

/** Writes a field so that it must come back the same: quoted when it holds anything special, sometimes without need. */
function written(field: string, always: boolean): string {
  return always || /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

describe('CSV', () => {
  test('any texts come back as written, in pieces of any size, with any line end', () => {
    const field = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', 'é', ' ', '') }),
    );
    const row = fc.array(fc.tuple(field, fc.boolean()), { minLength: 2, maxLength: 5 });
    const rows = fc.array(row, { maxLength: 8 });
    fc.assert(
      fc.property(rows, fc.constantFrom('\n', '\r\n', '\r'), fc.integer({ min: 1, max: 40 }), (table, end, size) => {
        const text = table.map((cells) => cells.map(([cell, always]) => written(cell, always)).join(',')).join(end);
        expect(fieldsOf(parse(text, size))).toEqual(table.map((cells) => cells.map(([cell]) => cell)));
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    [
      'mixed line ends',
      'a,b\r\nc,d\re,f\ng,h',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
        ['g', 'h'],
      ],
    ],
    [
      'no end of line at the end',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'blank lines are nothing',
      'a,b\n\n\r\nc,d\n\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'empty fields',
      ',\n"",""\n',
      [
        ['', ''],
        ['', ''],
      ],
    ],
    [
      'a quote inside an unquoted field',
      'a,5" pipe\nc,d',
      [
        ['a', '5" pipe'],
        ['c', 'd'],
      ],
    ],
    ['a delimiter at the end', 'a,"b",\n', [['a', 'b', '']]],
    ['a quoted field at the very end', 'a,"b"', [['a', 'b']]],
    ['two quotes for one', '"a""b",c\n', [['a"b', 'c']]],
  ])('%s', (_, text, expected) => {
    for (const size of [1, 2, 3, 100]) expect(fieldsOf(parse(text, size))).toEqual(expected);
  });

  test('line numbers count the lines inside fields', () => {
    const records = parse('a,b\n"1\n2\n3",x\nc,d\n', 4);
    expect(records.map((record) => record.line)).toEqual([1, 2, 5]);
  });

  test('text after a closing quotation mark is a fault of that record only', () => {
    const records = parse('a,"b"c,d\ne,f,g\n');
    expect(records[0]?.fault).toMatch(/after a closing/);
    expect(records[1]).toEqual({ fields: ['e', 'f', 'g'], line: 2, fault: null });
  });

  test.each(['a,b\nc,"never closed\nd,e\n', '"', 'a,"b""'])('a quote never closed says in which line: %j', (text) => {
    for (const size of [1, 3, 100]) expect(() => parse(text, size)).toThrow(/opened in line \d+ is never closed/);
  });

  test('a record beyond the limit is a fault; the next is read', () => {
    const long = 'x'.repeat(500);
    for (const field of [long, `"${long}\n${long}"`]) {
      const records = parse(`a,b\n1,${field}\n2,c\n`, 64, ',', 200);
      expect(records.map(({ fields, fault }) => [fields[0] ?? '', fault === null])).toEqual([
        ['a', true],
        ['', false],
        ['2', true],
      ]);
      expect(records[1]?.line).toBe(2);
    }
  });

  test('a long quote that never closes is told after the limit, too', () => {
    expect(() => parse(`a,"${'x'.repeat(900)}\n${'y'.repeat(900)}`, 64, ',', 200)).toThrow(/line 1 is never closed/);
  });
});

describe('delimiter', () => {
  test.each([
    ['a,b,c\n1,2,3\n', ','],
    ['a;b;c\n1,5;2,5;3\n', ';'],
    ['a\tb\n1,2\t3\n', '\t'],
    ['a|b|c\n1|2|3\n', '|'],
    ['name;text\nx;"one, two, three"\ny;"four, five"\n', ';'],
    ['only\none\n', ','],
    ['sep=;\na;b\n', ';'],
  ])('%j', (text, delimiter) => {
    expect(detectDialect(text).delimiter).toBe(delimiter);
  });
});
