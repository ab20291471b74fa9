import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openState } from '../src/index.ts';
import { describeEachState } from './each-state.ts';

const unreachable = 'postgres://someone:secret@127.0.0.1:1/nothing';

test('a location that is neither is refused without repeating it', async () => {
  for (const location of ['', 'sqlite:', 'sqlite::memory:', 'mysql://u:secret@h/d', 'state.db']) {
    await expect(openState(location)).rejects.toMatchObject({
      code: 'input.invalid',
      message: expect.not.stringContaining('secret'),
    });
  }
});

test('a server nobody answers at is said to be unreachable', async () => {
  await expect(openState(unreachable)).rejects.toMatchObject({
    code: 'state.failed',
    details: { reason: 'unreachable' },
    message: expect.not.stringContaining('secret'),
  });
});

test('a folder where a file should be is said', async () => {
  await expect(openState('sqlite:/')).rejects.toMatchObject({ code: 'state.failed' });
});

describeEachState('the store', ({ state, workspace, location }) => {
  test('what was committed is there after closing and opening again', async () => {
    const here = await location();
    const first = await openState(here);
    const made = await first.workspaces.ensureDefault(first.db, { name: 'w', timeZone: 'UTC' });
    await first.close();
    const second = await openState(here);
    expect(await second.workspaces.list(second.db)).toEqual([made]);
    await second.close();
  });

  test('both engines keep and refuse the same values', async () => {
    const { facts, builds, db } = state();
    const { id } = await workspace();
    await facts.set(db, id, 'text', "'; drop table facts; -- 🛄 ?");
    expect(await facts.get(db, id, 'text')).toBe("'; drop table facts; -- 🛄 ?");
    const big = 2 ** 53 - 1;
    await builds.record(db, id, { version: big, dataAsOfMs: -big, builtMs: 0 });
    expect(await builds.last(db, id)).toEqual({ version: big, dataAsOfMs: -big, builtMs: 0 });
    for (const wrong of ['a\0', '\udc00', undefined, {}, new Date(0), Number.NaN]) {
      await expect(facts.set(db, id, 'wrong', wrong as string)).rejects.toMatchObject({ code: 'state.failed' });
    }
    for (const wrong of [2 ** 53, 2n ** 63n, Number.POSITIVE_INFINITY]) {
      const build = { version: wrong as number, dataAsOfMs: 0, builtMs: 0 };
      await expect(builds.record(db, id, build)).rejects.toMatchObject({ code: 'state.failed' });
    }
  });

  test('64-bit numbers, sums and bytes read the same on both', async () => {
    const { db } = state();
    const { rows } = await sql`
      select cast(9007199254740993 as bigint) as big, cast(5 as bigint) as small, count(*) as counted, sum(id) as summed
      from workspaces where id < 0`.execute(db);
    expect(rows).toEqual([{ big: 9_007_199_254_740_993n, small: 5, counted: 0, summed: null }]);
    const { id } = await workspace();
    const added = await sql`select sum(id) as summed from workspaces where id = ${id}`.execute(db);
    expect(added.rows).toEqual([{ summed: id }]);
  });

  test('errors say the same reason on both: duplicates, broken references, checks', async () => {
    const { sources, db } = state();
    const { id } = await workspace();
    const source = await sources.create(db, { workspace: id, kind: 'demo', name: 'd' });
    await expect(sources.create(db, source)).rejects.toMatchObject({ details: { reason: 'duplicate' } });
    await expect(sources.create(db, { ...source, workspace: 999_999 })).rejects.toMatchObject({
      details: { reason: 'constraint' },
    });
    await expect(sources.setStatus(db, { ...source, status: 'odd' as 'removed' })).rejects.toMatchObject({
      details: { reason: 'constraint' },
    });
  });

  test('transactions are whole and do not see one another half done', async () => {
    const { facts, db, transaction } = state();
    const { id } = await workspace();
    const seen: (string | null)[] = [];
    await Promise.all([
      transaction(async (trx) => {
        await facts.set(trx, id, 'a', '1');
        await new Promise((resolve) => setImmediate(resolve));
        await facts.set(trx, id, 'b', '1');
      }),
      ...Array.from({ length: 5 }, async () => {
        const all = await facts.all(db, id);
        seen.push(`${all.get('a') ?? 0}${all.get('b') ?? 0}`);
      }),
    ]);
    for (const pair of seen) expect(['00', '11']).toContain(pair);
  });
});
