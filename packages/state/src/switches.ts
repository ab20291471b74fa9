import type { Db } from './database.ts';

/** What a workspace shows of single customers. Everything is on until an admin switches it off. */
export interface Switches {
  /** Off: comments, quotes, phrases and themes are in no reply; counts stay. */
  readonly freeText: boolean;
  /** Off: stories, lists of people and what is known of one person are refused; counts stay. */
  readonly personLevel: boolean;
}

/** How the switches of a workspace stand. */
async function get(db: Db, workspace: number): Promise<Switches> {
  const rows = await db.selectFrom('switches').select(['name', 'isOn']).where('workspace', '=', workspace).execute();
  return { freeText: true, personLevel: true, ...Object.fromEntries(rows.map(({ name, isOn }) => [name, isOn === 1])) };
}

/** Sets both. */
async function set(db: Db, workspace: number, switches: Switches): Promise<void> {
  for (const name of ['freeText', 'personLevel'] as const) {
    const isOn = switches[name];
    await db
      .insertInto('switches')
      .values({ workspace, name, isOn })
      .onConflict((conflict) => conflict.columns(['workspace', 'name']).doUpdateSet({ isOn }))
      .execute();
  }
}

export const switches = { get, set } as const;
