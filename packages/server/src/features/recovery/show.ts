import type { CallbackCount, CallbackEntry, CallbackList, CallbackTab } from '@continuo/contract';
import { CALLBACK_TABS } from '@continuo/contract';
import { type Cause, formatRunRef, isPastDue, madeUpName } from '@continuo/core';
import type { StoredCallback, Workspace } from '@continuo/state';
import type { Services } from '../../platform/services.ts';
import { periodOf } from './measures.ts';
import { recoveryClock } from './recovery-clock.ts';
import { namesOf } from './who-works.ts';

export interface ShowContext {
  readonly nowMs: number;
  readonly isPersonal: boolean;
  readonly nameOf: (id: unknown) => string;
}

/** One line of the list. Without the person level nobody can tell who it is. */
export function entryOf(
  callback: StoredCallback,
  moments: number,
  { nowMs, isPersonal, nameOf }: ShowContext,
): CallbackEntry {
  const { id, state, person, what, why, team, owner, openedMs, dueMs, waitingFor, untilMs, againId, againMs } =
    callback;
  return {
    ...{ id, state, what, why, team, openedMs, dueMs, moments },
    person: isPersonal ? person : null,
    name: isPersonal ? madeUpName(BigInt(person)) : `Customer of call-back ${id}`,
    story: isPersonal ? formatRunRef({ unit: 'person', person, no: 1 }) : null,
    owner: owner === null ? null : { id: owner, name: nameOf(owner) },
    isPastDue: isPastDue(callback, nowMs),
    waiting: waitingFor === null ? null : { for: waitingFor, untilMs },
    again: againId === null || againMs === null ? null : { id: againId, closedMs: againMs },
    closedMs: callback.closedMs,
    putRight: callback.answer,
    withdrawn: callback.withdrawn,
  };
}

interface Listing {
  readonly tab: CallbackTab;
  readonly me: number;
  readonly most: number;
  readonly afterId: number | null;
  /** The count they are behind, instead of a tab. */
  readonly behind?: {
    readonly count: CallbackCount;
    readonly cause: Cause | null;
    readonly fromMs: number | undefined;
    readonly toMs: number | undefined;
  } | null;
}

/** A page of a tab, with the counts of all. */
export async function listOf(services: Services, workspace: Workspace, listing: Listing): Promise<CallbackList> {
  const { state } = services;
  const { id, timeZone } = workspace;
  const [{ nowMs }, { personLevel }, rules, nameOf] = await Promise.all([
    recoveryClock(services, id),
    services.switches(id),
    state.callbackRules.list(state.db, id),
    namesOf(services),
  ]);
  const { tab, me, most, afterId, behind = null } = listing;
  const place = { most: most + 1, afterId };
  const found =
    behind === null
      ? await state.callbacks.list(state.db, id, { tab, me, nowMs, ...place })
      : await state.callbacks.behind(state.db, id, { ...behind, ...periodOf(behind, nowMs), nowMs }, place);
  const page = found.slice(0, most);
  const moments = await state.callbacks.momentCounts(
    state.db,
    id,
    page.map((callback) => callback.id),
  );
  const counts = await Promise.all(
    CALLBACK_TABS.map((each) => state.callbacks.count(state.db, id, { tab: each, me, nowMs })),
  );
  const context = { nowMs, isPersonal: personLevel, nameOf };
  return {
    tab,
    counts: Object.fromEntries(CALLBACK_TABS.map((each, i) => [each, counts[i] ?? 0])) as CallbackList['counts'],
    items: page.map((callback) => entryOf(callback, moments.get(callback.id) ?? 0, context)),
    next: found.length > most ? String(page.at(-1)?.id) : null,
    ...{ nowMs, timeZone, isOn: rules.some(({ isOn }) => isOn) },
    leftOut: await state.callbacks.leftOut(state.db, id),
  };
}
