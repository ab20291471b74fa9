import { createHash } from 'node:crypto';
import { type Db, inTransaction } from './database.ts';
import { lockWorkspace } from './workspaces.ts';

/** Activities have codes of 16 bits, channels of 8. */
export type CodeKind = 'activity' | 'channel';

/** The code of every name that came after the last free one. Codes from 1 to one below it are names of their own. */
export const OTHER_NAMES: Readonly<Record<CodeKind, number>> = { activity: 65_535, channel: 255 };

/** Names a statement; 5 columns × 5,000 stay below SQLite's 32,766 and PostgreSQL's 65,535 parameters. */
const NAMES_A_STATEMENT = 5_000;

/** Names may be longer than the 2.7 kB that fit into a PostgreSQL index: uniqueness goes by their SHA-256. */
const digestOf = (name: string): string => createHash('sha256').update(name).digest('base64url');

function* pieces<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let i = 0; i < items.length; i += NAMES_A_STATEMENT) yield items.slice(i, i + NAMES_A_STATEMENT);
}

async function known(
  db: Db,
  workspace: number,
  kind: CodeKind,
  names: readonly string[],
): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const piece of pieces(names)) {
    const rows = await db
      .selectFrom('codes')
      .select(['name', 'code'])
      .where('workspace', '=', workspace)
      .where('kind', '=', kind)
      .where('digest', 'in', piece.map(digestOf))
      .execute();
    for (const { name, code } of rows) found.set(name, code);
  }
  return found;
}

async function lastCode(db: Db, workspace: number, kind: CodeKind): Promise<number> {
  const row = await db
    .selectFrom('codes')
    .select(({ fn }) => fn.max('code').as('code'))
    .where('workspace', '=', workspace)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return row?.code ?? 0;
}

/** Under the workspace's lock: gives codes to the names that still have none. */
async function handOut(
  db: Db,
  workspace: number,
  kind: CodeKind,
  names: readonly string[],
): Promise<Map<string, number>> {
  const codes = await known(db, workspace, kind, names);
  let last = await lastCode(db, workspace, kind);
  const added: { workspace: number; kind: CodeKind; code: number; digest: string; name: string }[] = [];
  for (const name of names) {
    if (codes.has(name)) continue;
    if (last + 1 >= OTHER_NAMES[kind]) {
      codes.set(name, OTHER_NAMES[kind]);
      continue;
    }
    last += 1;
    codes.set(name, last);
    added.push({ workspace, kind, code: last, digest: digestOf(name), name });
  }
  for (const piece of pieces(added)) await db.insertInto('codes').values(piece).execute();
  return codes;
}

/**
 * The code of every name given, new ones handed out in the order given: 1, 2, 3 … per workspace and kind, never changed
 * or used again. When all are taken, further names share `OTHER_NAMES`. Repeated names count once; no names, no codes.
 * Two callers at once never give one code twice (the workspace's row is locked). Throws `workspace.unknown`, and
 * `state.failed` for a name no store can keep (NUL, half a character).
 */
async function ensureCodes(
  db: Db,
  workspace: number,
  kind: CodeKind,
  names: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const distinct = [...new Set(names)];
  const found = await known(db, workspace, kind, distinct);
  // Nothing new, which is nearly always: no lock, no write.
  if (found.size === distinct.length) return found;
  return inTransaction(db, async (trx) => {
    await lockWorkspace(trx, workspace);
    return handOut(trx, workspace, kind, distinct);
  });
}

/** Names by code: `names[3]` is the name of code 3. Place 0 is the empty text; the code of other names has no place. */
async function names(db: Db, workspace: number, kind: CodeKind): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('codes')
    .select(['code', 'name'])
    .where('workspace', '=', workspace)
    .where('kind', '=', kind)
    .orderBy('code')
    .execute();
  const byCode = new Array<string>(1 + (rows.at(-1)?.code ?? 0)).fill('');
  for (const { code, name } of rows) byCode[code] = name;
  return byCode;
}

/** The highest code of each kind; names are only ever added, so that the same numbers mean the same book. 0: no names. */
async function sizes(db: Db, workspace: number): Promise<Readonly<Record<CodeKind, number>>> {
  const [activity, channel] = await Promise.all([
    lastCode(db, workspace, 'activity'),
    lastCode(db, workspace, 'channel'),
  ]);
  return { activity, channel };
}

export const codes = { ensureCodes, names, sizes } as const;
