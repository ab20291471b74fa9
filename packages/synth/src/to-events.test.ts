import { identityOf } from '@continuo/core';
import { describe, expect, it } from 'vitest';
import { airline } from './airline/airline.ts';
import { toEvents } from './to-events.ts';

describe('toEvents', () => {
  const world = airline().slice(0, 2_000);
  const events = toEvents(4, 2, world);

  it('keeps every event in its order, under hashed identities', () => {
    expect(events.length).toBe(world.length);
    const first = world[0];
    expect(first && identityOf(4, { kind: first.kind, value: first.id })).toBe(events[0]?.identity);
    expect(events.map((e) => e.seq)).toEqual(events.map((_, i) => BigInt(i)));
    expect(events.every((e) => e.workspace === 4 && e.source === 2)).toBe(true);
  });

  it('gives resent events the message of the first', () => {
    expect(new Set(events.map((e) => e.message)).size).toBe(new Set(world.map((e) => e.messageId)).size);
  });
});
