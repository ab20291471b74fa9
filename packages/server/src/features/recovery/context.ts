import type { PersonContext } from '@continuo/contract';
import { HELPING_STATES, identityOf } from '@continuo/core';
import { ordinal } from '@continuo/diagram';
import type { LogEntry, StoredCallback } from '@continuo/state';
import { personOf } from '@continuo/warehouse';
import type { Services } from '../../platform/services.ts';

const FREE: PersonContext = {
  ...{ beingHelped: false, holdSelling: false, line: null, failed: null, done: null, doNotAsk: null },
  ...{ sinceMs: null, callback: null, team: null },
};

/** What to know before speaking to the person of a call-back; of one that is over, that nothing is to be known. */
export function contextOf(callback: StoredCallback, log: readonly LogEntry[], moments: number): PersonContext {
  if (!HELPING_STATES.includes(callback.state)) return FREE;
  const failed = sentence(callback.what);
  const done = doneWords(log);
  const doNotAsk =
    moments > 1
      ? `Do not ask what happened: it is the ${ordinal(moments)} time we hear of it.`
      : 'Do not ask what happened: we know it.';
  return {
    ...{ beingHelped: true, holdSelling: true, failed, done, doNotAsk, line: `${failed} ${done} ${doNotAsk}` },
    ...{ sinceMs: callback.openedMs, callback: callback.id, team: callback.team },
  };
}

/** The last thing that was done or promised, as whoever did it wrote it down; after it, that the customer is not content with it. */
function doneWords(log: readonly LogEntry[]): string {
  const last = [...log]
    .reverse()
    .find(
      ({ kind, facts }) =>
        (kind === 'noted' && facts.note !== 'note') || (kind === 'answered' && facts.answer !== 'yes'),
    );
  if (last?.kind === 'answered')
    return `They say that it is ${last.facts.answer === 'partly' ? 'only partly' : 'not'} put right.`;
  if (last !== undefined && last.text !== '') return sentence(last.text);
  const isTaken = log.some(
    ({ kind, facts }) => kind === 'taken' || (kind === 'given' && typeof facts.owner === 'number'),
  );
  return isTaken ? 'Somebody works on it; nothing was promised yet.' : 'We know of it; nobody has spoken to them yet.';
}

function sentence(text: string): string {
  const first = text.trim().split('\n')[0] ?? '';
  return /[.!?…]$/.test(first) ? first : `${first}.`;
}

/**
 * What to know about somebody, by the number of a person or by the id that a source gives its user; `by` says which, else
 * both are tried. Reads the state only; the warehouse is asked when nothing was found under that id, for it may be one of
 * several ids of one person. Somebody unknown is free.
 */
export async function personContext(
  { state, warehouse }: Pick<Services, 'state' | 'warehouse'>,
  workspace: number,
  id: string,
  by: 'person' | 'user' | null,
): Promise<PersonContext> {
  const isNumber = /^\d{1,20}$/.test(id) && BigInt(id) < 2n ** 64n;
  const identity = identityOf(workspace, { kind: 'user', value: id });
  const asPerson = by !== 'user' && isNumber ? await state.callbacks.openOf(state.db, workspace, id) : null;
  const asUser = asPerson ?? (by === 'person' ? null : await openOfUser({ state, warehouse }, workspace, identity));
  if (asUser === null) return FREE;
  const [log, moments] = await Promise.all([
    state.callbackLog.list(state.db, workspace, asUser.id),
    state.callbacks.momentCounts(state.db, workspace, [asUser.id]),
  ]);
  return contextOf(asUser, log, moments.get(asUser.id) ?? 0);
}

async function openOfUser(
  { state, warehouse }: Pick<Services, 'state' | 'warehouse'>,
  workspace: number,
  identity: bigint,
): Promise<StoredCallback | null> {
  const own = String(identity);
  const found =
    (await state.callbacks.openOf(state.db, workspace, own)) ??
    (await state.callbacks.openOfIdentities(state.db, workspace, [own]));
  if (found !== null) return found;
  const person = String(await personOf(warehouse, workspace, identity));
  return person === own ? null : state.callbacks.openOf(state.db, workspace, person);
}
