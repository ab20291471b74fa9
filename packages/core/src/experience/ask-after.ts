import type { AskDecision } from './fatigue.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Hours after a step at which a survey may ask by itself: 1 to two weeks. Sooner, nobody knows yet whether help is under way. */
export const MOST_AFTER_HOURS = 336;
/** So many days late nobody is asked any more: an import of history asks nobody, nor does a server that was away for a week. */
export const ASK_LATE_DAYS = 3;

/** What came of a moment after which its person was to be asked; `waits already`: they are about to be asked after another. */
export type AskAfterOutcome =
  | 'asked'
  | 'waits already'
  | 'being helped'
  | 'no address'
  | 'no mail server'
  | 'too late'
  /** The survey was closed, moved to another step, or asks nobody by itself any more. */
  | 'stopped'
  | Extract<AskDecision, { readonly ask: false }>['why'];

export interface AskAfterTime {
  readonly afterHours: number;
  /** Since when the survey asks by itself. */
  readonly sinceMs: number;
  readonly nowMs: number;
}

/** Moments whose people may still be asked, [from, to): none from before the survey asked, none too long ago. */
export function askWindow({ afterHours, sinceMs, nowMs }: AskAfterTime): {
  readonly fromMs: number;
  readonly toMs: number;
} {
  const oldest = nowMs - afterHours * HOUR_MS - ASK_LATE_DAYS * DAY_MS;
  // Clocks of sources run ahead by minutes; an event of next week is a mistake.
  return { fromMs: Math.max(sinceMs, oldest, 0), toMs: nowMs + HOUR_MS };
}

/** When the person of a moment is asked, ms. */
export function askDueMs(timeMs: number, { afterHours }: Pick<AskAfterTime, 'afterHours'>): number {
  return timeMs + afterHours * HOUR_MS;
}

export interface AskNow {
  readonly dueMs: number;
  readonly nowMs: number;
  /** A call-back of theirs is open. */
  readonly isHelped: boolean;
  /** An e-mail address is known of them. */
  readonly hasAddress: boolean;
  /** A mail server is set. */
  readonly hasMail: boolean;
}

/** Why a person is not asked though their time has come; null: nothing speaks against it but the rest they are owed (`mayAsk`). */
export function heldAfter({ dueMs, nowMs, isHelped, hasAddress, hasMail }: AskNow): AskAfterOutcome | null {
  if (nowMs - dueMs > ASK_LATE_DAYS * DAY_MS) return 'too late';
  if (isHelped) return 'being helped';
  if (!hasAddress) return 'no address';
  return hasMail ? null : 'no mail server';
}
