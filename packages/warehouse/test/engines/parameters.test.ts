import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  codeLists,
  codes,
  float,
  floats,
  int,
  join,
  name,
  nothing,
  sql,
  text,
  textLists,
  texts,
  uint,
  uints,
} from '../../src/sql.ts';
import { describeEachEngine } from '../each-engine.ts';

/** Any text: the whole of Unicode, NUL, quotes, backslashes and what only looks like SQL or an escape. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(
      '\0',
      "'",
      '"',
      '\\',
      '`',
      ';',
      '\n',
      '\r',
      '\t',
      '\b',
      '\\N',
      '{p0:String}',
      '--',
      'é',
      '😀',
    ),
  }),
);
const anyUint = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
/** Statements a property: enough to meet every escape next to every other, in a few seconds. */
const RUNS = { numRuns: 40 };

describeEachEngine('parameters', ({ open }) => {
  test('any text comes back as it was', async () => {
    const warehouse = await open();
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 12 }), async (values) => {
        const columns = values.map((value, i) => sql`${text(value)} as ${name(`v${i}`)}`);
        const [row] = await warehouse.query(sql`select ${join(columns, sql`, `)}`);
        expect(Object.values(row ?? {})).toEqual(values);
      }),
      RUNS,
    );
  });

  test('lists of texts and lists of lists too', async () => {
    const warehouse = await open();
    const list = fc.array(anyText, { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(list, fc.array(list, { maxLength: 4 }), async (flat, nested) => {
        const rows = await warehouse.query(sql`select ${texts(flat)} as flat, ${textLists(nested)} as nested`);
        expect(rows).toEqual([{ flat, nested }]);
      }),
      RUNS,
    );
  });

  test('64-bit integers are exact, alone and in lists', async () => {
    const warehouse = await open();
    const anyInt = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
    await fc.assert(
      fc.asyncProperty(anyUint, fc.array(anyUint, { maxLength: 9 }), anyInt, async (one, many, signed) => {
        const rows = await warehouse.query(
          sql`select ${uint(one)} as one, ${uints(many)} as many, ${int(signed)} as signed`,
        );
        expect(rows).toEqual([{ one: String(one), many: many.map(String), signed: String(signed) }]);
      }),
      RUNS,
    );
    const [row] = await warehouse.query(
      sql`select ${uint(2n ** 53n + 1n)} as n, ${uint(Number.MAX_SAFE_INTEGER)} as m`,
    );
    expect(row).toEqual({ n: '9007199254740993', m: '9007199254740991' });
  });

  test('codes and floats keep their values', async () => {
    const warehouse = await open();
    const code = fc.array(fc.integer({ min: 0, max: 65_535 }), { maxLength: 5 });
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    await fc.assert(
      fc.asyncProperty(
        code,
        fc.array(code, { maxLength: 3 }),
        number,
        fc.array(number),
        async (flat, nested, x, xs) => {
          const rows = await warehouse.query(
            sql`select ${codes(flat)} as flat, ${codeLists(nested)} as nested, ${float(x)} as x, ${floats(xs)} as xs`,
          );
          // JSON has no negative zero.
          expect(rows).toEqual([{ flat, nested, x: x + 0, xs: xs.map((each) => each + 0) }]);
        },
      ),
      RUNS,
    );
  });

  test('a lone surrogate, which no UTF-8 can hold, becomes U+FFFD', async () => {
    const warehouse = await open();
    const rows = await warehouse.query(sql`select ${text('a\ud800b')} as v, ${texts(['\udc00', '😀'])} as l`);
    expect(rows).toEqual([{ v: 'a\ufffdb', l: ['\ufffd', '😀'] }]);
  });

  test('50,000 identities travel as one parameter', async () => {
    const warehouse = await open();
    const identities = Array.from({ length: 50_000 }, (_, i) => 2n ** 64n - 1n - BigInt(i));
    const words = identities.map((identity) => `it's ${identity}\\`);
    const rows = await warehouse.query(
      sql`select length(${uints(identities)}) as n, arraySum(x -> x % 7, ${uints(identities)}) as s, ${texts(words)}[50000] as last`,
    );
    const sum = identities.reduce((all, identity) => all + (identity % 7n), 0n);
    expect(rows).toEqual([{ n: '50000', s: String(sum), last: words.at(-1) }]);
  });

  test('names are identifiers, and a statement may hold none at all', async () => {
    const warehouse = await open();
    expect(await warehouse.query(sql`select ${name('number')} as n from numbers(1)${nothing}`)).toEqual([{ n: '0' }]);
    expect(await warehouse.query(sql`select 1 as one where 0`)).toEqual([]);
  });

  test('instants are ISO 8601 in UTC', async () => {
    const warehouse = await open();
    const rows = await warehouse.query(sql`select fromUnixTimestamp64Milli(${int(1_234_567_890_123n)}) as t`);
    expect(rows).toEqual([{ t: '2009-02-13T23:31:30.123Z' }]);
  });
});
