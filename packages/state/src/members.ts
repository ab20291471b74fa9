import { includesRole, type Role } from '@continuo/contract';
import { Problem } from '@continuo/core';
import { type Db, inTransaction } from './database.ts';
import { lockWorkspace, type Workspace } from './workspaces.ts';

/** A user in a workspace. */
export interface Membership {
  readonly workspace: number;
  readonly userId: number;
  readonly role: Role;
  readonly sinceMs: number;
}

export interface ListedMember extends Membership {
  readonly login: string;
  readonly name: string;
}

const unknown = (userId: number): Problem => new Problem('account.unknown', `There is no member ${userId}.`);

/** Adds a member. One who is there already keeps the higher of both roles. */
function add(db: Db, { workspace, userId, role, sinceMs }: Membership): Promise<void> {
  return inTransaction(db, async (trx) => {
    await lockWorkspace(trx, workspace);
    const known = await find(trx, workspace, userId);
    if (known === null) {
      await trx.insertInto('members').values({ workspace, userId, role, sinceMs }).execute();
    } else if (!includesRole(known, role)) await writeRole(trx, { workspace, userId }, role);
  });
}

/** Role of a user in a workspace; null when not a member. */
async function find(db: Db, workspace: number, userId: number): Promise<Role | null> {
  const row = await db
    .selectFrom('members')
    .select('role')
    .where('workspace', '=', workspace)
    .where('userId', '=', userId)
    .executeTakeFirst();
  return (row?.role as Role | undefined) ?? null;
}

/** Workspaces of a user with the role there, oldest workspace first; empty when none. */
async function ofUser(
  db: Db,
  userId: number,
): Promise<readonly { readonly workspace: Workspace; readonly role: Role }[]> {
  const rows = await db
    .selectFrom('members')
    .innerJoin('workspaces', 'workspaces.id', 'members.workspace')
    .selectAll('workspaces')
    .select('members.role')
    .where('members.userId', '=', userId)
    .orderBy('workspaces.id')
    .execute();
  return rows.map(({ role, ...row }) => ({ workspace: { ...row, isDemo: row.isDemo === 1 }, role: role as Role }));
}

/** Members of a workspace by name; empty when nobody. */
async function list(db: Db, workspace: number): Promise<readonly ListedMember[]> {
  const rows = await db
    .selectFrom('members')
    .innerJoin('users', 'users.id', 'members.userId')
    .select(['members.workspace', 'members.userId', 'members.role', 'members.sinceMs', 'users.login', 'users.name'])
    .where('members.workspace', '=', workspace)
    .orderBy('users.name')
    .orderBy('members.userId')
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as Role }));
}

/** Gives another role. Throws `account.unknown`, and `account.conflict` when it would leave no admin. */
function changeRole(db: Db, member: Pick<Membership, 'workspace' | 'userId'>, role: Role): Promise<void> {
  return inTransaction(db, async (trx) => {
    await mayLose(trx, member, role);
    await writeRole(trx, member, role);
  });
}

/** Takes somebody out. Throws `account.unknown`, and `account.conflict` for the last admin. */
function remove(db: Db, member: Pick<Membership, 'workspace' | 'userId'>): Promise<void> {
  return inTransaction(db, async (trx) => {
    await mayLose(trx, member, null);
    await trx
      .deleteFrom('members')
      .where('workspace', '=', member.workspace)
      .where('userId', '=', member.userId)
      .execute();
  });
}

async function mayLose(
  db: Db,
  { workspace, userId }: Pick<Membership, 'workspace' | 'userId'>,
  next: Role | null,
): Promise<void> {
  await lockWorkspace(db, workspace);
  const role = await find(db, workspace, userId);
  if (role === null) throw unknown(userId);
  if (role !== 'admin' || next === 'admin') return;
  const admins = (await list(db, workspace)).filter((each) => each.role === 'admin');
  if (admins.length === 1)
    throw new Problem('account.conflict', 'This is the only admin. Make somebody else an admin first.');
}

async function writeRole(db: Db, member: Pick<Membership, 'workspace' | 'userId'>, role: Role): Promise<void> {
  await db
    .updateTable('members')
    .set({ role })
    .where('workspace', '=', member.workspace)
    .where('userId', '=', member.userId)
    .execute();
}

export const members = { add, find, ofUser, list, changeRole, remove } as const;
