import type { Event, IdentityKind } from '../event/event.ts';

/** An event that a rule may be about, with who it happened to. */
export interface Sighting
  extends Pick<
    Event,
    | 'message'
    | 'identity'
    | 'timeMs'
    | 'ord'
    | 'name'
    | 'channel'
    | 'caseKey'
    | 'score'
    | 'scale'
    | 'text'
    | 'properties'
  > {
  readonly person: bigint;
  /** Kinds of identifiers known of the person; empty: none. */
  readonly kinds: readonly IdentityKind[];
  /** What the source calls its user; null: no user. */
  readonly user: string | null;
}

/**
 * Whether somebody may be called back: they are known as a user, and did not say that they wish no contact. Who answered
 * without a name is never looked for.
 */
export function mayBeCalled({ kinds, properties }: Pick<Sighting, 'kinds' | 'properties'>): boolean {
  return kinds.includes('user') && String(properties.contact ?? '') !== 'no';
}
