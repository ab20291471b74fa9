import type { Outcome } from '../problem.ts';

/**
 * How a call-back stands. `open`: nobody has it. `in-hand`: somebody does. `waiting`: for the customer, or until a time.
 * `asked`: closed by us, and the customer is asked whether it is put right. `closed`: over.
 */
export const CALLBACK_STATES = ['open', 'in-hand', 'waiting', 'asked', 'closed'] as const;
export type CallbackState = (typeof CALLBACK_STATES)[number];

/** States in which a person is being helped; of one person at most one call-back is in one of them. */
export const HELPING_STATES: readonly CallbackState[] = ['open', 'in-hand', 'waiting'];

/** What the customer said to "is it put right?". */
export const PUT_RIGHT = ['yes', 'partly', 'no'] as const;
export type PutRight = (typeof PUT_RIGHT)[number];

/** Where it went wrong: a step of a map, or what no map has. */
export type Cause =
  | { readonly kind: 'step'; readonly journey: string; readonly step: string }
  | { readonly kind: 'off-map' };

/** Why a call-back ended without work: its person has another one, for two ids turned out to be one person; or its events were removed. */
export type Withdrawn = { readonly why: 'merged'; readonly into: number } | { readonly why: 'removed' };

/** All that decides what may happen next. Times are ms since 1970. */
export interface CallbackStanding {
  readonly state: CallbackState;
  /** Account that has it; 0: whoever sits at this machine. */
  readonly owner: number | null;
  readonly team: string | null;
  /** By when somebody must have done something about it. Means nothing while it waits or is over. */
  readonly dueMs: number;
  /** Working time that was left when it began to wait. */
  readonly restMs: number | null;
  readonly waitingFor: 'customer' | 'until' | null;
  readonly untilMs: number | null;
  /** When the customer was first spoken to, or it was closed. */
  readonly answeredMs: number | null;
  readonly closedMs: number | null;
  readonly cause: Cause | null;
  readonly action: string | null;
  /** When the customer is to be asked; null: not, or not yet decided. */
  readonly askMs: number | null;
  /** When they were asked: once in its life. */
  readonly askedMs: number | null;
  readonly answer: PutRight | null;
  /** Being past due was announced for this `dueMs`. */
  readonly isLateTold: boolean;
  /** Closed without a cause: nobody was let down by it, so that it counts nowhere. */
  readonly withdrawn: Withdrawn | null;
}

/** What can be done to a call-back. `workMs` of working time and `askMs` come from the calendar and the settings of the workspace. */
export type CallbackDeed =
  | { readonly kind: 'take'; readonly owner: number }
  | { readonly kind: 'give'; readonly owner?: number | null; readonly team?: string | null }
  | { readonly kind: 'speak' }
  | {
      readonly kind: 'wait';
      readonly for: 'customer' | 'until';
      readonly untilMs: number | null;
      readonly restMs: number;
      readonly by: number;
    }
  /** It goes on: the time is come, the customer did something, or somebody says so. */
  | { readonly kind: 'resume'; readonly dueMs: number }
  | { readonly kind: 'late' }
  | {
      readonly kind: 'close';
      readonly cause: Cause;
      readonly action: string;
      readonly askMs: number | null;
      readonly by: number;
    }
  | { readonly kind: 'ask' }
  | { readonly kind: 'answer'; readonly answer: PutRight; readonly dueMs: number; readonly mayReopen: boolean }
  /** No answer came in time. */
  | { readonly kind: 'expire' }
  | { readonly kind: 'reopen'; readonly dueMs: number }
  /** Another open call-back turned out to be of the same person: what was done there counts here. */
  | { readonly kind: 'merge'; readonly other: CallbackStanding }
  | { readonly kind: 'withdraw'; readonly withdrawn: Withdrawn };

const refused = (problem: string): Outcome<CallbackStanding> => ({ ok: false, problems: [problem] });
const OVER = 'It is closed. Open it again first.';

/** A call-back as it is opened. */
export function openedCallback(team: string | null, dueMs: number): CallbackStanding {
  return {
    state: 'open',
    owner: null,
    team,
    dueMs,
    restMs: null,
    waitingFor: null,
    untilMs: null,
    answeredMs: null,
    closedMs: null,
    cause: null,
    action: null,
    askMs: null,
    askedMs: null,
    answer: null,
    isLateTold: false,
    withdrawn: null,
  };
}

/** True when the promised time is over and nobody waits for anything. */
export function isPastDue({ state, dueMs }: Pick<CallbackStanding, 'state' | 'dueMs'>, nowMs: number): boolean {
  return (state === 'open' || state === 'in-hand') && dueMs < nowMs;
}

/** How it stands after a deed at `nowMs`; a plain sentence why where it cannot be done now. */
export function afterDeed(before: CallbackStanding, deed: CallbackDeed, nowMs: number): Outcome<CallbackStanding> {
  const isHelping = HELPING_STATES.includes(before.state);
  const become = (changes: Partial<CallbackStanding>): Outcome<CallbackStanding> => ({
    ok: true,
    value: { ...before, ...changes },
  });
  switch (deed.kind) {
    case 'take':
      return isHelping ? become(ownedBy(before, deed.owner)) : refused(OVER);
    case 'give': {
      if (!isHelping) return refused(OVER);
      const team = deed.team === undefined ? {} : { team: deed.team };
      return become({ ...team, ...(deed.owner === undefined ? {} : ownedBy(before, deed.owner)) });
    }
    case 'speak':
      return become({ answeredMs: before.answeredMs ?? nowMs });
    case 'wait': {
      if (!isHelping) return refused(OVER);
      if (deed.for === 'until' && (deed.untilMs === null || deed.untilMs <= nowMs))
        return refused('The time to wait until is over already.');
      const restMs = before.state === 'waiting' ? before.restMs : deed.restMs;
      const untilMs = deed.for === 'until' ? deed.untilMs : null;
      return become({ state: 'waiting', waitingFor: deed.for, untilMs, restMs, owner: before.owner ?? deed.by });
    }
    case 'resume':
      return before.state === 'waiting' ? become(going(before, deed.dueMs)) : refused('It does not wait for anything.');
    case 'late':
      return isPastDue(before, nowMs) && !before.isLateTold
        ? become({ isLateTold: true })
        : refused('It is not past due, or that was said.');
    case 'close': {
      if (!isHelping) return refused('It is closed already.');
      const isAsking = deed.askMs !== null && before.askedMs === null;
      return become({
        ...{ state: isAsking ? 'asked' : 'closed', askMs: isAsking ? deed.askMs : null },
        ...{ waitingFor: null, untilMs: null, restMs: null, owner: before.owner ?? deed.by },
        ...{ answeredMs: before.answeredMs ?? nowMs, closedMs: nowMs, cause: deed.cause, action: deed.action },
      });
    }
    case 'ask':
      if (before.askedMs !== null) return refused('They were asked once already.');
      return isHelping ? refused('Close it before you ask.') : become({ state: 'asked', askMs: nowMs, askedMs: nowMs });
    case 'answer':
      if (before.askedMs === null || before.answer !== null)
        return refused(before.answer === null ? 'They were not asked.' : 'They answered already.');
      if (isHelping) return become({ answer: deed.answer });
      return deed.answer === 'no' && deed.mayReopen
        ? become({ ...going(before, deed.dueMs), answer: deed.answer, closedMs: null })
        : become({ answer: deed.answer, state: 'closed' });
    case 'expire':
      return before.state === 'asked' && before.askedMs !== null
        ? become({ state: 'closed' })
        : refused('No answer is waited for.');
    case 'reopen':
      if (isHelping) return refused('It is open.');
      return become({ ...going(before, deed.dueMs), closedMs: null, askMs: before.askedMs, withdrawn: null });
    case 'merge':
      return isHelping ? become(merged(before, deed.other)) : refused(OVER);
    case 'withdraw':
      return isHelping
        ? become({
            ...{ state: 'closed', waitingFor: null, untilMs: null, restMs: null },
            ...{ closedMs: nowMs, withdrawn: deed.withdrawn },
          })
        : refused(OVER);
  }
}

/** Whoever has it, a call-back that waits goes on waiting. */
function ownedBy({ state }: CallbackStanding, owner: number | null): Partial<CallbackStanding> {
  return state === 'waiting' ? { owner } : { owner, state: owner === null ? 'open' : 'in-hand' };
}

/** What was owed first is owed, what was done first is done; one that waits goes on when the other does not wait. */
function merged(before: CallbackStanding, other: CallbackStanding): Partial<CallbackStanding> {
  const owner = before.owner ?? other.owner;
  const done = [before.answeredMs, other.answeredMs].filter((at) => at !== null);
  const both = { owner, team: before.team ?? other.team, answeredMs: done.length === 0 ? null : Math.min(...done) };
  if (other.state === 'waiting') return { ...both, ...ownedBy(before, owner) };
  const dueMs = before.state === 'waiting' ? other.dueMs : Math.min(before.dueMs, other.dueMs);
  return { ...both, ...going({ ...before, owner }, dueMs), isLateTold: before.isLateTold && dueMs === before.dueMs };
}

function going({ owner }: CallbackStanding, dueMs: number): Partial<CallbackStanding> {
  const state = owner === null ? 'open' : 'in-hand';
  return { state, dueMs, restMs: null, waitingFor: null, untilMs: null, isLateTold: false };
}
