import { calendarSchema } from '@continuo/contract';
import { officeHours, Problem, type WorkingCalendar } from '@continuo/core';
import type { Db } from './database.ts';
import { decodeJson } from './json.ts';
import { workspaces } from './workspaces.ts';

/** Calendars by key. Where nobody has made one yet, office hours in the zone of the workspace. */
async function list(db: Db, workspace: number): Promise<readonly WorkingCalendar[]> {
  const rows = await db
    .selectFrom('calendars')
    .select('calendar')
    .where('workspace', '=', workspace)
    .orderBy('key')
    .execute();
  if (rows.length === 0) return [officeHours((await workspaces.get(db, workspace)).timeZone)];
  return rows.map(({ calendar }) => decodeJson(calendarSchema, calendar, 'calendars.calendar'));
}

/** The calendar of this key; where it is gone the first one, so that no call-back is ever without a due time. */
async function of(db: Db, workspace: number, key: string): Promise<WorkingCalendar> {
  const all = await list(db, workspace);
  const found = all.find((one) => one.key === key) ?? all[0];
  if (found === undefined) throw new Problem('calendar.unknown', `There is no calendar ${key}.`);
  return found;
}

/** Keeps a calendar; one of its key is replaced. What is promised already stays promised. */
async function put(db: Db, workspace: number, calendar: WorkingCalendar): Promise<void> {
  const text = JSON.stringify(calendar);
  // The office hours that were there before anybody made one must not vanish with the first.
  for (const one of await list(db, workspace))
    await db
      .insertInto('calendars')
      .values({ workspace, key: one.key, calendar: JSON.stringify(one) })
      .onConflict((conflict) => conflict.columns(['workspace', 'key']).doNothing())
      .execute();
  await db
    .insertInto('calendars')
    .values({ workspace, key: calendar.key, calendar: text })
    .onConflict((conflict) => conflict.columns(['workspace', 'key']).doUpdateSet({ calendar: text }))
    .execute();
}

/** Removes a calendar. Throws `calendar.unknown` when it is not there, also for office hours nobody has kept. */
async function remove(db: Db, workspace: number, key: string): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('calendars')
    .where('workspace', '=', workspace)
    .where('key', '=', key)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw new Problem('calendar.unknown', `There is no calendar ${key}.`);
}

export const calendars = { list, of, put, remove } as const;
