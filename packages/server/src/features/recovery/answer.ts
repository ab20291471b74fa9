import { maskContacts, Problem, type PutRight } from '@continuo/core';
import { type Db, dueAnew, type StoredCallback } from '@continuo/state';
import { claimsOf } from '@continuo/warehouse';
import type { Services } from '../../platform/services.ts';
import { announceCallback } from './announce.ts';
import { recoveryClock } from './recovery-clock.ts';
import { usersOf } from './work.ts';

/** Title of the answers as they stand in the customer's story. */
const TITLE = 'Is it put right?';

interface Given {
  readonly answer: PutRight;
  readonly why: string;
  readonly language: string;
}

/**
 * Takes the customer's answer, once: it stands in the log and, as an event, in their story; a no opens the call-back again,
 * unless another one of theirs is open. False: they had answered before, and nothing changed. Throws `callback.unknown`.
 */
export async function takeAnswer(services: Services, workspace: number, id: number, given: Given): Promise<boolean> {
  const { state, warehouse } = services;
  const clock = await recoveryClock(services, workspace);
  const [callback, users] = await Promise.all([
    state.callbacks.get(state.db, workspace, id),
    usersOf(services, workspace, id),
  ]);
  if (callback.answer !== null) return false;
  const [moment] = await state.callbacks.moments(state.db, workspace, id);
  const identity = BigInt(moment?.identity ?? callback.person);
  const claim = (await claimsOf(warehouse, workspace, [identity])).get(identity);
  try {
    await state.transaction(async (db) => {
      const after = await answered(services, db, callback, given, clock);
      await state.callbacks.setAnswer(db, workspace, id, clock.nowMs, given.why);
      const { personLevel } = await state.switches.get(db, workspace);
      if (after.closedMs === null && callback.closedMs !== null)
        await announceCallback(services, db, { ...after, openedMs: clock.nowMs }, 'opened', {
          ...{ users, isPersonal: personLevel, nowMs: clock.nowMs },
        });
      if (claim === undefined) return;
      const submission = `put-right-${id}`;
      await state.answers.take(db, workspace, [
        {
          ...{ submission, survey: null, title: TITLE, journey: null, step: null, language: given.language },
          ...{ channel: callback.isMailed ? 'email' : '', atMs: clock.nowMs, receivedMs: clock.nowMs, person: claim },
          ...{ score: null, scale: '', text: given.why, got: given.answer, emotion: null, mayContact: null },
          ...{ others: {}, extra: { callback: id } },
        },
      ]);
    });
    return true;
  } catch (error) {
    // Two clicks at once: the second finds that the first has answered.
    if (error instanceof Problem && error.code === 'callback.conflict') return false;
    throw error;
  }
}

function answered(
  { state }: Services,
  db: Db,
  { workspace, id, person }: StoredCallback,
  { answer, why }: Given,
  clock: Awaited<ReturnType<typeof recoveryClock>>,
): Promise<StoredCallback> {
  const entry = { kind: 'answered', facts: { answer }, text: maskContacts(why), userId: null } as const;
  return state.callbacks.act(
    ...([db, workspace, id] as const),
    async (before, trx) => {
      const open = await state.callbacks.openOf(trx, workspace, person);
      const mayReopen = open === null || open.id === id;
      return { kind: 'answer', answer, dueMs: await dueAnew(trx, before, clock.nowMs), mayReopen };
    },
    ...([entry, clock] as const),
  );
}
