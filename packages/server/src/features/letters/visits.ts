import type { Db, State } from '@continuo/state';

/** When a reader was on Home, and which changes stood there. */
export interface Visit {
  readonly lastMs: number;
  readonly changes: readonly string[];
  /** The visit before that one. */
  readonly before: { readonly lastMs: number; readonly changes: readonly string[] } | null;
}

/** Looking again within half an hour is the same visit. */
const ONE_VISIT_MS = 30 * 60_000;

const keyOf = (user: number): string => `home-visit-${user}`;

/** The last visit of a reader that was noted; null: none. User 0: whoever sits at this machine. */
export async function visitOf(
  { state }: { readonly state: State },
  workspace: number,
  user: number,
): Promise<Visit | null> {
  const text = await state.facts.get(state.db, workspace, keyOf(user));
  return text === null ? null : (JSON.parse(text) as Visit);
}

/** What "since you were here" means now: the visit before this one. */
export function visitBefore(visit: Visit | null, nowMs: number): Visit['before'] {
  if (visit === null) return null;
  return isSame(visit, nowMs) ? visit.before : visit;
}

/** True where this visit is not noted yet. */
export function isNewVisit(visit: Visit | null, nowMs: number): boolean {
  return visit === null || !isSame(visit, nowMs);
}

/** Notes a visit with the changes that stood there; what is seen within one visit adds up. */
export async function noteVisit(
  state: State,
  db: Db,
  { workspace, user, nowMs, changes }: { workspace: number; user: number; nowMs: number; changes: readonly string[] },
): Promise<void> {
  const text = await state.facts.get(db, workspace, keyOf(user));
  const visit = text === null ? null : (JSON.parse(text) as Visit);
  const isAgain = visit !== null && isSame(visit, nowMs);
  const noted: Visit = {
    lastMs: nowMs,
    changes: isAgain ? [...new Set([...visit.changes, ...changes])].slice(-MOST) : changes,
    before: isAgain ? visit.before : visit === null ? null : { lastMs: visit.lastMs, changes: visit.changes },
  };
  await state.facts.set(db, workspace, keyOf(user), JSON.stringify(noted));
}

const MOST = 50;

function isSame({ lastMs }: Visit, nowMs: number): boolean {
  return nowMs - lastMs < ONE_VISIT_MS;
}
