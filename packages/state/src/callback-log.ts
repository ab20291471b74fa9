import { z } from 'zod';
import type { Db } from './database.ts';
import { decodeJson } from './json.ts';

const factsSchema = z.record(z.string(), z.json());

export type LogKind =
  | 'opened'
  | 'joined'
  | 'taken'
  | 'given'
  | 'noted'
  | 'waiting'
  | 'back'
  | 'late'
  | 'closed'
  | 'asked'
  | 'answered'
  | 'reopened'
  | 'merged'
  | 'removed'
  | 'withdrawn';

/** What happened to a call-back; nothing changes or removes an entry. */
export interface LogEntry {
  readonly atMs: number;
  readonly kind: LogKind;
  /** What the words about it are made of. */
  readonly facts: z.output<typeof factsSchema>;
  /** What somebody wrote. */
  readonly text: string;
  /** Account; 0: whoever sits at this machine; null: nobody, the system or the customer. */
  readonly userId: number | null;
}

/** Appends an entry; call it in the transaction that changes the call-back, whose row it has locked. */
async function append(db: Db, workspace: number, callback: number, { facts, ...entry }: LogEntry): Promise<void> {
  const last = await db
    .selectFrom('callbackLog')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .where('workspace', '=', workspace)
    .where('callback', '=', callback)
    .executeTakeFirst();
  const seq = (last?.seq ?? 0) + 1;
  await db
    .insertInto('callbackLog')
    .values({ workspace, callback, seq, ...entry, facts: JSON.stringify(facts) })
    .execute();
}

/** All entries of a call-back, oldest first. */
async function list(db: Db, workspace: number, callback: number): Promise<readonly LogEntry[]> {
  const rows = await db
    .selectFrom('callbackLog')
    .select(['atMs', 'kind', 'facts', 'text', 'userId'])
    .where('workspace', '=', workspace)
    .where('callback', '=', callback)
    .orderBy('atMs')
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({
    ...row,
    kind: row.kind as LogKind,
    facts: decodeJson(factsSchema, row.facts, 'callback_log.facts'),
  }));
}

export const callbackLog = { append, list } as const;
