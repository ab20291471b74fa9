/**
 * What became of a time promise in one passage, once the first step happened.
 * `kept`: the second in time. `late`: too late, or the time is over without it. `lapsed`: the passage failed before the time
 * was over, which ends the promise. `waiting`: neither yet. Reaching the goal does not release from a promise.
 */
export const PROMISE_STATES = ['kept', 'late', 'lapsed', 'waiting'] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];
