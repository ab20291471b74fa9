/**
 * How a call-back stands. `open`: nobody has it. `in-hand`: somebody does. `waiting`: for the customer, or until a time.
 * `asked`: closed by us, and the customer was asked whether it is put right. `closed`: over.
 */
export const CALLBACK_STATES = ['open', 'in-hand', 'waiting', 'asked', 'closed'] as const;
export type CallbackState = (typeof CALLBACK_STATES)[number];

/** States in which a person is being helped; one call-back a person is in one of them at most. */
export const HELPING_STATES: readonly CallbackState[] = ['open', 'in-hand', 'waiting'];

/** What the customer said to "is it put right?". */
export const PUT_RIGHT = ['yes', 'partly', 'no'] as const;
export type PutRight = (typeof PUT_RIGHT)[number];

/** Where it went wrong: a step of a map, or what no map has. */
export type Cause =
  | { readonly kind: 'step'; readonly journey: string; readonly step: string }
  | { readonly kind: 'off-map' };
