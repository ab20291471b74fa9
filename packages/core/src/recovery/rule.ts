import type { Scale } from '../event/event.ts';
import type { Matcher } from '../journey/contract.ts';

/** What opens a call-back. Rules are looked at in the order of their keys; each decides about an event once, for ever. */
export interface CallbackRule {
  /** Unique in the workspace: lower-case letters, digits and hyphens. */
  readonly key: string;
  readonly title: string;
  readonly isOn: boolean;
  readonly when: RuleCondition;
  /** Who gets it when the step it happened at has no owner; null: nobody. */
  readonly team: string | null;
  /** Key of the calendar in which the promise to answer is counted. */
  readonly calendar: string;
  /** Working hours from opening to the promised answer. */
  readonly hours: number;
}

export type RuleCondition =
  /** An answer at or below a bound. Scales without a bound of their own: what counts as unhappy there. */
  | { readonly kind: 'low-score'; readonly atMost: Readonly<Partial<Record<Exclude<Scale, ''>, number>>> }
  /** The customer ticked "you may contact me", or the comment holds one of the phrases. Empty: `ANSWER_PHRASES`. */
  | { readonly kind: 'asks-answer'; readonly phrases: readonly string[] }
  | RepeatCondition
  /** A time promise of a map that is late by at least so long, whether the step came at last or not. */
  | { readonly kind: 'promise'; readonly journey: string; readonly promise: string; readonly laterByMs: number };

/** The n-th event of a kind within so many days: a payment failed twice, a third contact about the same thing. */
export interface RepeatCondition {
  readonly kind: 'repeat';
  /** Without event names: any event by these channels. */
  readonly match: Pick<Matcher, 'channels' | 'where'> & { readonly events: readonly string[] };
  /** 1 to 20; 1: each one that matches. */
  readonly times: number;
  readonly withinDays: number;
  /** What makes two of them about the same thing: nothing, the case key, or the value of a property. */
  readonly about: { readonly kind: 'anything' | 'case' } | { readonly kind: 'property'; readonly property: string };
}
