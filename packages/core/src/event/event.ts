/** A property value as it was sent. Nested objects are flattened to dotted names before they get here. */
export type PropertyValue = string | number | boolean;

/** What kind of identifier an identity was made of. */
export type IdentityKind = 'user' | 'anonymous' | 'case';

/** The identifier as the source wrote it; `identityOf` hashes it. */
export interface IdentityClaim {
  readonly kind: IdentityKind;
  readonly value: string;
}

/** How a score is to be read. `''` when there is no score. */
export type Scale = '' | '0-10' | '1-5' | '1-7' | '1-10' | '0-100' | '-1-1';

/**
 * Something that happened, as it was sent; immutable.
 * The order of a person's events is `(timeMs, ord, message)` everywhere; of several arrivals of one
 * `message` inside one identity the one with the smallest `(receivedMs, seq)` counts, for ever.
 */
export interface Event {
  readonly workspace: number;
  /** 64-bit hash of workspace, kind and value of the claim. */
  readonly identity: bigint;
  /** 64-bit hash of the message id: two events with one message are one event. */
  readonly message: bigint;
  /** Event time, whole milliseconds since 1970. */
  readonly timeMs: number;
  /** Place in its file or body: equal times keep this order. */
  readonly ord: number;
  readonly name: string;
  /** `''` when unknown. */
  readonly channel: string;
  /** `''` when the source has no case key; such events belong to no case run. */
  readonly caseKey: string;
  /** What the customer answered, on `scale`; null when nobody asked or answered. */
  readonly score: number | null;
  readonly scale: Scale;
  /** The customer's own words; `''` when none. */
  readonly text: string;
  readonly properties: Readonly<Record<string, PropertyValue>>;
  readonly receivedMs: number;
  readonly seq: bigint;
  /** The import or source that brought it. Questions see a source only when it is complete. */
  readonly source: number;
}
