import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { MIGRATIONS, type Migration, migrate, openState } from '../src/index.ts';
import { describeEachState } from './each-state.ts';

const next = MIGRATIONS.length + 1;
const added: Migration = {
  number: next,
  name: 'probe',
  statements: ['create table probe (a bigint not null)', 'insert into probe values (1)'],
};

describeEachState('migrations', ({ engine, location }) => {
  test('an empty store gets all, a second start none', async () => {
    const state = await openState(await location());
    expect(await migrate(state.db, MIGRATIONS)).toEqual([]);
    expect(await migrate(state.db, [...MIGRATIONS, added])).toEqual([next]);
    expect(await migrate(state.db, [...MIGRATIONS, added])).toEqual([]);
    expect((await sql`select a from probe`.execute(state.db)).rows).toEqual([{ a: 1 }]);
    await state.close();
  });

  test('an applied migration whose text changed is refused', async () => {
    const state = await openState(await location());
    await migrate(state.db, [...MIGRATIONS, added]);
    const other = { ...added, statements: [...added.statements, 'select 1'] };
    await expect(migrate(state.db, [...MIGRATIONS, other])).rejects.toMatchObject({
      code: 'migration.changed',
      details: { number: next },
    });
    await state.close();
  });

  test('a store of a newer version is not opened', async () => {
    const here = await location();
    const state = await openState(here);
    await migrate(state.db, [...MIGRATIONS, added]);
    await state.close();
    await expect(openState(here)).rejects.toMatchObject({ code: 'migration.changed' });
  });

  test('a migration that fails leaves nothing of itself', async () => {
    const state = await openState(await location());
    const broken = { ...added, statements: [...added.statements, 'insert into nowhere values (1)'] };
    await expect(migrate(state.db, [...MIGRATIONS, broken])).rejects.toMatchObject({ code: 'state.failed' });
    await expect(sql`select a from probe`.execute(state.db)).rejects.toMatchObject({ code: 'state.failed' });
    expect(await migrate(state.db, [...MIGRATIONS, added])).toEqual([next]);
    await state.close();
  });

  test('numbers without gaps only', async () => {
    const state = await openState(await location());
    const gap = { ...added, number: next + 1 };
    await expect(migrate(state.db, [...MIGRATIONS, gap])).rejects.toMatchObject({ code: 'migration.changed' });
    await state.close();
  });

  // Several processes never share an SQLite file: the data folder has one lock.
  if (engine === 'postgres') {
    test('several processes that start at once do it once', async () => {
      const here = await location();
      const states = await Promise.all(Array.from({ length: 4 }, () => openState(here)));
      const [first] = states;
      expect(await first?.db.selectFrom('migrations').selectAll().execute()).toHaveLength(MIGRATIONS.length);
      for (const state of states) await state.close();
    });
  }
});
