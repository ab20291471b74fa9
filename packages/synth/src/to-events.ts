import { type Event, identityOf, sipHash, utf8 } from '@continuo/core';
import type { WorldEvent } from './airline/world-event.ts';

/**
 * Events of a made world as `core` knows them: identity = hash of workspace, kind and id; message = hash of the message
 * id; `seq` counts from 0 in the order given, so the first arrival of a message is the one that counts.
 */
export function toEvents(workspace: number, source: number, worldEvents: Iterable<WorldEvent>): Event[] {
  const identities = new Map<string, bigint>();
  const events: Event[] = [];
  let seq = 0n;
  for (const { kind, id, messageId, ...rest } of worldEvents) {
    const claim = `${kind} ${id}`;
    let identity = identities.get(claim);
    if (identity === undefined) {
      identity = identityOf(workspace, { kind, value: id });
      identities.set(claim, identity);
    }
    events.push({ ...rest, workspace, source, identity, message: sipHash(utf8(messageId)), seq });
    seq += 1n;
  }
  return events;
}
