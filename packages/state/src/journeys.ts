import { editSchema, type LoggedEdit, wholeJourneySchema } from '@continuo/contract';
import { applyEdit, type Edit, isWhole, type JourneyContract, Problem } from '@continuo/core';
import type { Selectable } from 'kysely';
import { z } from 'zod';
import { nextCount } from './counters.ts';
import { type Database, type Db, inTransaction } from './database.ts';
import { decodeJson } from './json.ts';

export interface JourneyRef {
  readonly workspace: number;
  /** Number of the journey; its key is for people and addresses. */
  readonly id: number;
}

/** A journey as kept. Its draft is the fold of its log of edits, written down with each of them. */
export interface StoredJourney extends JourneyRef {
  readonly key: string;
  readonly createdMs: number;
  readonly updatedMs: number;
  readonly draft: JourneyContract;
  /** Number of the last edit; 0: as it was made. */
  readonly draftSeq: number;
  /** Newest published version; 0: none yet. */
  readonly version: number;
}

/** Who changes a draft, in which editor, when. */
export interface EditBy {
  readonly actor: string;
  readonly client: string;
  readonly atMs: number;
}

const toJourney = (row: Selectable<Database['journeys']>): StoredJourney => ({
  ...row,
  draft: decodeJson(wholeJourneySchema, row.draft, 'journeys.draft'),
});

const unknown = (key: string | number): Problem =>
  new Problem('journey.unknown', `There is no journey “${key}”.`, { details: { key } });

/** Keys that would hide behind an address of the API: `GET /journeys/statuses` is no journey. */
const RESERVED_KEYS: readonly string[] = ['statuses'];

/** Makes a journey of a map; its key is the map's. Throws `journey.conflict` when the key is taken or reserved, `input.invalid` for a map that is not whole. */
function create(db: Db, workspace: number, contract: JourneyContract, atMs: number): Promise<StoredJourney> {
  return inTransaction(db, async (trx) => {
    const draft = valid(contract);
    if (RESERVED_KEYS.includes(draft.key))
      throw new Problem('journey.conflict', `No journey can have the key “${draft.key}”. Choose another key.`);
    // Drawing the number locks its counter: whoever makes the same key at once waits here, and then finds it taken.
    const id = await nextCount(trx, workspace, 'journey');
    if ((await find(trx, workspace, draft.key)) !== null)
      throw new Problem('journey.conflict', `There is a journey “${draft.key}” already. Choose another key.`);
    const row = { workspace, id, key: draft.key, createdMs: atMs, updatedMs: atMs, draftSeq: 0, version: 0 };
    await trx
      .insertInto('journeys')
      .values({ ...row, draft: JSON.stringify(draft) })
      .execute();
    return { ...row, draft };
  });
}

/** A key that is free, as near to the wish as can be: `buy`, else `buy-2`, … */
async function freeKey(db: Db, workspace: number, wish: string): Promise<string> {
  const taken = new Set([...RESERVED_KEYS, ...(await list(db, workspace)).map(({ key }) => key)]);
  if (!taken.has(wish)) return wish;
  for (let n = 2; ; n += 1) {
    const tail = `-${n}`;
    const key = `${wish.slice(0, 60 - tail.length)}${tail}`;
    if (!taken.has(key)) return key;
  }
}

/** The journey of a key; null when there is none. */
async function find(db: Db, workspace: number, key: string): Promise<StoredJourney | null> {
  const row = await db
    .selectFrom('journeys')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('key', '=', key)
    .executeTakeFirst();
  return row === undefined ? null : toJourney(row);
}

/** The journey of a key. Throws `journey.unknown`, also for one of another workspace. */
async function get(db: Db, workspace: number, key: string): Promise<StoredJourney> {
  const found = await find(db, workspace, key);
  if (found === null) throw unknown(key);
  return found;
}

/** All journeys of a workspace, oldest first; empty when none. */
async function list(db: Db, workspace: number): Promise<readonly StoredJourney[]> {
  const rows = await db.selectFrom('journeys').selectAll().where('workspace', '=', workspace).orderBy('id').execute();
  return rows.map(toJourney);
}

/** What a listener looks at again and again: the last edit and the newest version; null when the journey is gone. */
async function head(
  db: Db,
  { workspace, id }: JourneyRef,
): Promise<{ readonly draftSeq: number; readonly version: number } | null> {
  const row = await db
    .selectFrom('journeys')
    .select(['draftSeq', 'version'])
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** The journey, its row locked until the transaction ends. Throws `journey.unknown`. */
export async function lockJourney(db: Db, { workspace, id }: JourneyRef): Promise<StoredJourney> {
  const row = await db
    .selectFrom('journeys')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw unknown(id);
  return toJourney(row);
}

/**
 * Puts edits at the end of the log, in their order, and gives the journey after them. Those that change nothing are not
 * kept. All or nothing: throws `input.invalid` when the draft would become too large or otherwise no map, and
 * `journey.unknown`. Editors at once wait for one another; nobody's edit is lost.
 */
function edit(db: Db, ref: JourneyRef, edits: readonly Edit[], by: EditBy): Promise<StoredJourney> {
  return inTransaction(db, async (trx) => {
    const before = await lockJourney(trx, ref);
    let contract = before.draft;
    let seq = before.draftSeq;
    const logged: Database['journeyEdits'][] = [];
    for (const one of edits) {
      const edited = applyEdit(contract, one);
      if (edited.inverse === null) continue;
      contract = edited.contract;
      seq += 1;
      const row = { workspace: ref.workspace, journey: ref.id, seq, ...by, edit: JSON.stringify(one) };
      logged.push(row);
    }
    if (logged.length === 0) return before;
    const draft = valid(contract);
    // 7 parameters a row: far below the engines' limits for the 500 edits that a request may bring.
    await trx.insertInto('journeyEdits').values(logged).execute();
    await trx
      .updateTable('journeys')
      .set({ draft: JSON.stringify(draft), draftSeq: seq, updatedMs: by.atMs })
      .where('workspace', '=', ref.workspace)
      .where('id', '=', ref.id)
      .execute();
    return { ...before, draft, draftSeq: seq, updatedMs: by.atMs };
  });
}

function valid(contract: JourneyContract): JourneyContract {
  const read = wholeJourneySchema.safeParse(contract);
  if (read.success && isWhole(read.data)) return read.data;
  if (read.success)
    throw new Problem(
      'input.invalid',
      'Two things of the map have the same id, or cards stand in a lane that is not there. Give each thing its own id.',
    );
  throw new Problem('input.invalid', `The map would not be one: ${z.prettifyError(read.error)}`, {
    cause: read.error,
  });
}

/** Edits after a number, oldest first, at most `most`; empty when there are none. */
async function editsSince(db: Db, ref: JourneyRef, seq: number, most = 1000): Promise<readonly LoggedEdit[]> {
  const rows = await db
    .selectFrom('journeyEdits')
    .select(['seq', 'atMs', 'actor', 'client', 'edit'])
    .where('workspace', '=', ref.workspace)
    .where('journey', '=', ref.id)
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(most)
    .execute();
  return rows.map((row) => ({ ...row, edit: decodeJson(editSchema, row.edit, 'journey_edits.edit') }));
}

/** Removes a journey with its log, versions and marks; its definitions wait to be dropped. Its number is never given again. */
function remove(db: Db, { workspace, id }: JourneyRef): Promise<void> {
  return inTransaction(db, async (trx) => {
    for (const table of ['journeyEdits', 'journeyVersions', 'journeySteps', 'journeyGapMarks'] as const)
      await trx.deleteFrom(table).where('workspace', '=', workspace).where('journey', '=', id).execute();
    await trx.deleteFrom('journeys').where('workspace', '=', workspace).where('id', '=', id).execute();
    await trx
      .updateTable('journeyDefinitions')
      .set({ status: 'dropping' })
      .where('workspace', '=', workspace)
      .where('journey', '=', id)
      .execute();
  });
}

export const journeys = { create, freeKey, find, get, list, head, edit, editsSince, remove } as const;
