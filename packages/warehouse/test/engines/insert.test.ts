import { beforeAll, expect, test } from 'vitest';
import { name, sql } from '../../src/sql.ts';
import type { Shard } from '../../src/warehouse.ts';
import { describeEachEngine } from '../each-engine.ts';

/** RowBinary of (a UInt64, s String, x Array(UInt16)); s is bytes, whatever they are. */
function encode(
  rows: readonly { readonly a: bigint; readonly s: Uint8Array; readonly x: readonly number[] }[],
): Uint8Array {
  const parts = rows.flatMap(({ a, s, x }) => {
    const head = Buffer.alloc(9);
    head.writeBigUInt64LE(a);
    head.writeUInt8(s.length, 8);
    const list = Buffer.alloc(1 + 2 * x.length);
    list.writeUInt8(x.length);
    for (const [i, value] of x.entries()) list.writeUInt16LE(value, 1 + 2 * i);
    return [head, s, list];
  });
  return Buffer.concat(parts);
}

describeEachEngine('binary inserts', ({ open }) => {
  const table = `insert_test_${process.pid}`;
  const columns = ['a', 's', 'x'];
  let shard: Shard;
  const content = () => shard.query(sql`select a, hex(s) as s, x, kept from continuo.${name(table)} order by a, s`);

  beforeAll(async () => {
    shard = (await open()).shards[0] as Shard;
    await shard.command(sql`create or replace table continuo.${name(table)}
      (a UInt64, s String, x Array(UInt16), kept String default 'default') engine = MergeTree order by a
      settings fsync_after_insert = 1, fsync_part_directory = 1`);
    return async () => {
      await shard.command(sql`drop table continuo.${name(table)}`);
    };
  });

  test('every byte arrives, 0xFF and what is no UTF-8 too; columns left out take their default', async () => {
    const bytes = Uint8Array.from({ length: 127 }, (_, i) => 255 - i);
    await shard.insert(
      `continuo.${table}`,
      columns,
      encode([
        { a: 2n ** 64n - 1n, s: bytes, x: [65_535, 0, 255] },
        { a: 0n, s: new Uint8Array(), x: [] },
      ]),
    );
    expect(await content()).toEqual([
      { a: '0', s: '', x: [], kept: 'default' },
      {
        a: String(2n ** 64n - 1n),
        s: Buffer.from(bytes).toString('hex').toUpperCase(),
        x: [65_535, 0, 255],
        kept: 'default',
      },
    ]);
    await shard.command(sql`truncate table continuo.${name(table)}`);
  });

  test('an empty buffer is nothing', async () => {
    await shard.insert(`continuo.${table}`, columns, new Uint8Array());
    expect(await content()).toEqual([]);
  });

  test('a buffer that ends in the middle of a row is refused and leaves nothing', async () => {
    const whole = encode([
      { a: 1n, s: Buffer.from('whole'), x: [1] },
      { a: 2n, s: Buffer.from('cut'), x: [2] },
    ]);
    const insert = shard.insert(`continuo.${table}`, columns, whole.subarray(0, -1));
    await expect(insert).rejects.toMatchObject({ code: 'engine.failed' });
    expect(await content()).toEqual([]);
  });

  test('an unknown table or column is refused', async () => {
    const row = encode([{ a: 1n, s: Buffer.from('x'), x: [] }]);
    await expect(shard.insert('continuo.nowhere', columns, row)).rejects.toMatchObject({ code: 'engine.failed' });
    await expect(shard.insert(`continuo.${table}`, ['a', 's', 'y'], row)).rejects.toMatchObject({
      code: 'engine.failed',
    });
    await expect(shard.insert('continuo.t; drop', columns, row)).rejects.toThrow(/not a plain name/);
  });

  test('50,000 rows in one buffer, and eight buffers at once', async () => {
    const many = (from: number, rows: number) =>
      encode(
        Array.from({ length: rows }, (_, i) => ({ a: BigInt(from + i), s: Buffer.from(`${i}`), x: [i % 65_536] })),
      );
    await shard.insert(`continuo.${table}`, columns, many(0, 50_000));
    await Promise.all(
      Array.from({ length: 8 }, (_, i) => shard.insert(`continuo.${table}`, columns, many(1_000_000 * (i + 1), 1000))),
    );
    const counted = sql`select count() as n, uniqExact(a) as a, sum(x[1]) as x from continuo.${name(table)}`;
    const x = [50_000, ...Array<number>(8).fill(1000)].reduce(
      (sum, rows) => sum + Array.from({ length: rows }, (_, i) => i % 65_536).reduce((all, each) => all + each, 0),
      0,
    );
    expect(await shard.query(counted)).toEqual([{ n: '58000', a: '58000', x: String(x) }]);
  });
});
