import type { ColumnType, Kysely } from 'kysely';
import type { CallbackTables } from './callback-tables.ts';
import type { JourneyTables } from './journey-tables.ts';
import type { LetterTables } from './letter-tables.ts';
import type { OutboxTables } from './outbox-tables.ts';
import type { SurveyTables } from './survey-tables.ts';

import type { ThemeTables } from './theme-tables.ts';

import type { WatchTables } from './watch-tables.ts';

/** 0 or 1 in both engines; may be given as a boolean. */
type Flag = ColumnType<number, boolean, boolean>;

interface CountersTable {
  readonly scope: number;
  readonly name: string;
  readonly value: number;
}

interface WorkspacesTable {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly timeZone: string;
  readonly isDemo: Flag;
  readonly caseName: string | null;
}

interface SourcesTable {
  readonly workspace: number;
  readonly id: number;
  readonly kind: string;
  readonly name: string;
  readonly status: string;
}

interface ImportsTable {
  readonly workspace: number;
  readonly id: number;
  readonly file: string;
  readonly path: string | null;
  readonly bytes: number;
  readonly contentHash: string | null;
  readonly mappingHash: string | null;
  readonly status: string;
  readonly preview: string | null;
  readonly mapping: string | null;
  readonly rowsRead: number;
  readonly progress: number | null;
  readonly rowsPerSecond: number | null;
  readonly secondsLeft: number | null;
  readonly eventsStored: number;
  readonly rowsRejected: number;
  readonly hasRejects: Flag;
  readonly notes: string;
  readonly error: string | null;
  readonly createdMs: number;
  readonly finishedMs: number | null;
  readonly unchanged: Flag;
  readonly recordsDone: number;
  readonly bytesDone: number;
  readonly fence: number;
  readonly leaseOwner: string | null;
  readonly leaseUntilMs: number | null;
}

interface CodesTable {
  readonly workspace: number;
  readonly kind: string;
  readonly code: number;
  readonly digest: string;
  readonly name: string;
}

interface AttributesTable {
  readonly workspace: number;
  readonly position: number;
  readonly name: string;
}

interface TouchedTable {
  readonly workspace: number;
  /** The unsigned 64-bit identity, its bits read as a signed number: neither engine has an unsigned one. */
  readonly identity: ColumnType<number | bigint, bigint, bigint>;
  readonly stamp: number;
}

interface BuildsTable {
  readonly workspace: number;
  readonly version: number;
  readonly dataAsOfMs: number;
  readonly builtMs: number;
}

interface FactsTable {
  readonly workspace: number;
  readonly key: string;
  readonly value: string;
}

interface AuditTable {
  readonly workspace: number;
  readonly id: number;
  readonly atMs: number;
  readonly actor: string;
  readonly action: string;
  readonly thing: string;
  readonly details: string;
  readonly hash: ColumnType<string, string | undefined, string>;
}

interface UsersTable {
  readonly id: number;
  readonly login: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly createdMs: number;
}

interface MembersTable {
  readonly workspace: number;
  readonly userId: number;
  readonly role: string;
  readonly sinceMs: number;
}

interface SessionsTable {
  readonly id: number;
  readonly userId: number;
  readonly hash: string;
  readonly agent: string;
  readonly createdMs: number;
  readonly seenMs: number;
}

interface InvitationsTable {
  readonly workspace: number;
  readonly id: number;
  readonly hash: string;
  readonly role: string;
  readonly label: string;
  readonly createdMs: number;
  readonly expiresMs: number;
  readonly endedMs: number | null;
}

interface FirstAdminLinksTable {
  readonly hash: string;
  readonly expiresMs: number;
}

interface TokensTable {
  readonly workspace: number;
  readonly id: number;
  readonly userId: number;
  readonly hash: string;
  readonly name: string;
  readonly role: string;
  readonly createdMs: number;
  readonly usedMs: number | null;
  readonly revokedMs: number | null;
}

interface ThrottlesTable {
  readonly key: string;
  readonly failures: number;
  readonly untilMs: number;
  readonly lastMs: number;
}

interface MigrationsTable {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

/** The tables as code sees them; columns are `snake_case` in SQL. Whole numbers are 64 bits wide, JSON is text. */
export interface Database
  extends CallbackTables,
    JourneyTables,
    LetterTables,
    OutboxTables,
    SurveyTables,
    ThemeTables,
    WatchTables {
  readonly counters: CountersTable;
  readonly workspaces: WorkspacesTable;
  readonly sources: SourcesTable;
  readonly imports: ImportsTable;
  readonly codes: CodesTable;
  readonly attributes: AttributesTable;
  readonly touched: TouchedTable;
  readonly builds: BuildsTable;
  readonly facts: FactsTable;
  readonly audit: AuditTable;
  readonly users: UsersTable;
  readonly members: MembersTable;
  readonly sessions: SessionsTable;
  readonly invitations: InvitationsTable;
  readonly firstAdminLinks: FirstAdminLinksTable;
  readonly tokens: TokensTable;
  readonly throttles: ThrottlesTable;
  readonly migrations: MigrationsTable;
}

/** The handle every aggregate takes: the database itself or a transaction on it. */
export type Db = Kysely<Database>;

/** Runs in the transaction the handle already is, or in one of its own; everything or nothing is kept. */
export function inTransaction<T>(db: Db, act: (db: Db) => Promise<T>): Promise<T> {
  return db.isTransaction ? act(db) : db.transaction().execute(act);
}
