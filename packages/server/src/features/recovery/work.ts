import { MADE_BY_HAND, type NoteKind } from '@continuo/contract';
import { type Cause, keptLine, keptText, madeUpName, Problem, workingTimeBetween } from '@continuo/core';
import { type Db, type DeedClock, dueAfterWaiting, dueAnew, type StoredCallback } from '@continuo/state';
import { claimsOf } from '@continuo/warehouse';
import type { Services } from '../../platform/services.ts';
import { askQuestion } from '../analysis/index.ts';
import { announceCallback } from './announce.ts';
import { mapsOf, stepOf } from './landing.ts';
import { recoveryClock } from './recovery-clock.ts';
import { whatHappened } from './what-happened.ts';

/** Who does it, where, and the transaction in which it is written down. */
export interface Doing {
  readonly workspace: number;
  readonly me: number;
  readonly clock: DeedClock;
  readonly db: Db;
}

/** Takes a call-back in hand. */
export function take({ state }: Services, { workspace, me, clock, db }: Doing, id: number): Promise<StoredCallback> {
  const entry = { kind: 'taken', facts: { owner: me }, text: '', userId: me } as const;
  return state.callbacks.act(db, workspace, id, { kind: 'take', owner: me }, entry, clock);
}

/** Gives call-backs to somebody or to a team; those that are closed are left. Gives how many it gave. */
export async function give(
  { state }: Services,
  { workspace, me, clock, db }: Doing,
  ids: readonly number[],
  to: { readonly owner?: number | null; readonly team?: string | null },
): Promise<number> {
  let given = 0;
  for (const id of [...new Set(ids)].sort((a, b) => a - b)) {
    const entry = { kind: 'given', facts: { ...to }, text: '', userId: me } as const;
    try {
      await state.callbacks.act(db, workspace, id, { kind: 'give', ...to }, entry, clock);
      given += 1;
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'callback.conflict') throw error;
    }
  }
  return given;
}

/** Writes down what was said or done; speaking with the customer answers them. */
export async function note(
  { state }: Services,
  { workspace, me, clock, db }: Doing,
  id: number,
  { kind, text }: { readonly kind: NoteKind; readonly text: string },
): Promise<void> {
  const entry = { kind: 'noted', facts: { note: kind }, text: keptText(text), userId: me } as const;
  if (kind === 'called') await state.callbacks.act(db, workspace, id, { kind: 'speak' }, entry, clock);
  else {
    await state.callbacks.get(db, workspace, id, true);
    await state.callbackLog.append(db, workspace, id, { ...entry, atMs: clock.nowMs });
  }
}

/** Waits for the customer, or until a time; the working time that is left is kept. */
export async function wait(
  { state }: Services,
  { workspace, me, clock, db }: Doing,
  id: number,
  {
    for: what,
    untilMs,
    text,
  }: { readonly for: 'customer' | 'until'; readonly untilMs: number | null; readonly text: string },
): Promise<void> {
  const entry = { kind: 'waiting', facts: { for: what, untilMs }, text: keptText(text), userId: me } as const;
  await state.callbacks.act(
    ...([db, workspace, id] as const),
    async ({ calendar, dueMs }, trx) => {
      const hours = await state.calendars.of(trx, workspace, calendar);
      return { kind: 'wait', for: what, untilMs, restMs: workingTimeBetween(hours, clock.nowMs, dueMs), by: me };
    },
    ...([entry, clock] as const),
  );
}

/** Goes on with one that waits. `why` `time`: the time to wait is over. */
export async function resume(
  { state }: Pick<Services, 'state'>,
  { workspace, clock, db }: Omit<Doing, 'me'>,
  id: number,
  { userId, why }: { readonly userId: number | null; readonly why: 'time' | 'hand' },
): Promise<void> {
  const entry = { kind: 'back', facts: { why }, text: '', userId } as const;
  await state.callbacks.act(
    ...([db, workspace, id] as const),
    async (before, trx) => ({ kind: 'resume', dueMs: await dueAfterWaiting(trx, before, clock.nowMs) }),
    ...([entry, clock] as const),
  );
}

interface Closing {
  readonly cause: Cause;
  readonly action: string;
  readonly note: string;
  readonly ask: boolean;
}

/** Throws `input.invalid` for a cause that no map has. */
export async function mustBeCause(services: Services, workspace: number, cause: Cause): Promise<void> {
  if (cause.kind === 'step' && stepOf(await mapsOf(services, workspace), cause.journey, cause.step) === null)
    throw new Problem('input.invalid', 'This cause is a step that is on no map any more. Choose another.');
}

/** Closes it; `users` are told by webhook that they are free again. */
export async function close(
  services: Services,
  { workspace, me, clock, db }: Doing,
  id: number,
  { cause, action, note: text, ask }: Closing,
  users: readonly string[],
): Promise<void> {
  const { state } = services;
  const { personLevel } = await state.switches.get(db, workspace);
  const { askAfterHours } = await state.callbackRules.settings(db, workspace);
  const askMs = ask && personLevel ? clock.nowMs + (clock.isFrozen ? 0 : askAfterHours * 3_600_000) : null;
  const place = cause.kind === 'step' ? { journey: cause.journey, step: cause.step } : { journey: null, step: null };
  const entry = {
    kind: 'closed',
    facts: { ...place, action: keptLine(action) },
    text: keptText(text),
    userId: me,
  } as const;
  const deed = { kind: 'close', cause, action: keptLine(action), askMs, by: me } as const;
  const closed = await state.callbacks.act(db, workspace, id, deed, entry, clock);
  await announceCallback(services, db, closed, 'closed', { users, isPersonal: personLevel, nowMs: clock.nowMs });
}

/** Opens a closed one again. */
export async function reopen(
  services: Services,
  { workspace, me, clock, db }: Doing,
  id: number,
  why: string,
  users: readonly string[],
): Promise<void> {
  const { state } = services;
  const entry = { kind: 'reopened', facts: {}, text: keptText(why), userId: me } as const;
  const after = await state.callbacks.act(
    ...([db, workspace, id] as const),
    async (before, trx) => ({ kind: 'reopen', dueMs: await dueAnew(trx, before, clock.nowMs) }),
    ...([entry, clock] as const),
  );
  const { personLevel } = await state.switches.get(db, workspace);
  await announceCallback(services, db, { ...after, openedMs: clock.nowMs }, 'opened', {
    ...{ users, isPersonal: personLevel, nowMs: clock.nowMs },
  });
}

/** What sources call the person of a call-back; read before the transaction. */
export async function usersOf(
  { state, warehouse }: Services,
  workspace: number,
  id: number,
): Promise<readonly string[]> {
  const [callback, moments] = await Promise.all([
    state.callbacks.get(state.db, workspace, id),
    state.callbacks.moments(state.db, workspace, id),
  ]);
  const identities = [callback.person, ...moments.map(({ identity }) => identity)].map(BigInt);
  const claims = await claimsOf(warehouse, workspace, identities);
  return [...new Set([...claims.values()].filter(({ kind }) => kind === 'user').map(({ value }) => value))].sort();
}

/** Opens one for a person whom somebody names; joins the one that is open. Throws `person.unknown`. */
export async function openByHand(
  services: Services,
  { workspace, me }: Pick<Doing, 'workspace' | 'me'>,
  { person, why, team }: { readonly person: string; readonly why: string; readonly team: string | null },
  write: (db: Db, id: number) => Promise<void>,
): Promise<number> {
  const { state } = services;
  const { result } = await askQuestion(services, workspace, { question: 'timeline', input: { person, limit: 1 } });
  if (result.moments.length === 0) throw new Problem('person.unknown', `There is no customer ${person}.`);
  const build = await state.builds.last(state.db, workspace);
  const clock = await recoveryClock(services, workspace);
  const timeMs = Math.max(build?.dataAsOfMs ?? 0, clock.nowMs);
  const users = result.identities.filter(({ kind }) => kind === 'user').map(({ value }) => value);
  const { what, landed } = await whatHappened(services, workspace, await mapsOf(services, workspace), {
    ...{ person: BigInt(person), timeMs, sighting: null, step: null, why },
  });
  const seen = {
    ...{ rule: MADE_BY_HAND, message: `by hand ${person} ${clock.nowMs} ${me}`, person, identity: person },
    ...{ timeMs: clock.nowMs, why: keptLine(why), what, channel: '', calendar: 'office', workMs: 8 * 3_600_000 },
    step: landed === null ? null : ({ kind: 'step', journey: landed.journey, step: landed.step.id } as const),
    team: team ?? landed?.owner ?? null,
  };
  return state.transaction(async (db) => {
    const decision = await state.callbackDecisions.decide(db, workspace, seen, { mayOpen: true, clock });
    if (decision.kind !== 'opened' && decision.kind !== 'joined')
      throw new Problem('callback.conflict', `A call-back for ${madeUpName(BigInt(person))} was opened this moment.`);
    if (decision.kind === 'opened')
      await announceCallback(services, db, decision.callback, 'opened', {
        users,
        isPersonal: true,
        nowMs: clock.nowMs,
      });
    await write(db, decision.callback.id);
    return decision.callback.id;
  });
}
