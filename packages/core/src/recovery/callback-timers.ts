import type { CallbackStanding } from './callback.ts';

/** What a call-back waits for that no person does. */
export const CALLBACK_TIMERS = ['late', 'back', 'ask', 'expire'] as const;
export type CallbackTimer = (typeof CALLBACK_TIMERS)[number];

/** When each timer of a call-back is due, ms; null: it has none. Follows from how it stands, so that none is ever forgotten. */
export function timersOf(
  standing: CallbackStanding,
  answerDays: number,
): Readonly<Record<CallbackTimer, number | null>> {
  const { state, dueMs, isLateTold, waitingFor, untilMs, askMs, askedMs, answer } = standing;
  const isRunning = state === 'open' || state === 'in-hand';
  return {
    // One past its last moment: at the promised instant itself it is still in time.
    late: isRunning && !isLateTold ? dueMs + 1 : null,
    back: state === 'waiting' && waitingFor === 'until' ? untilMs : null,
    ask: state === 'asked' && askedMs === null ? askMs : null,
    expire: state === 'asked' && askedMs !== null && answer === null ? askedMs + answerDays * 86_400_000 : null,
  };
}
