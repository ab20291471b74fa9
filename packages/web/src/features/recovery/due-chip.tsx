import type { CallbackEntry } from '@continuo/contract';
import { formatDuration } from '@continuo/diagram';
import { Chip } from '../../ui/chip.tsx';
import { CALLBACK_WORDS } from '../../words/callbacks.ts';
import { sayWhen } from './when.ts';

const WORDS = CALLBACK_WORDS.due;
const SOON_MS = 24 * 3_600_000;

/** By when somebody must be answered, counted from the time of the list. Past the promise is harm to a customer. */
export function DueChip({
  callback: { state, dueMs, isPastDue, waiting, closedMs, withdrawn },
  nowMs,
  timeZone,
}: {
  readonly callback: Pick<CallbackEntry, 'state' | 'dueMs' | 'isPastDue' | 'waiting' | 'closedMs' | 'withdrawn'>;
  readonly nowMs: number;
  readonly timeZone: string;
}) {
  if (withdrawn) return <Chip>{WORDS.withdrawn[withdrawn.why]}</Chip>;
  if (state === 'asked') return <Chip>{WORDS.asked}</Chip>;
  if (closedMs !== null) return <Chip>{WORDS.closed(sayWhen(closedMs, nowMs, timeZone))}</Chip>;
  if (waiting?.for === 'customer') return <Chip>{WORDS.waitingCustomer}</Chip>;
  if (waiting) return <Chip>{WORDS.waitingUntil(sayWhen(waiting.untilMs ?? dueMs, nowMs, timeZone))}</Chip>;
  if (isPastDue) return <Chip tone="harm">{WORDS.past(formatDuration(nowMs - dueMs))}</Chip>;
  const time = sayWhen(dueMs, nowMs, timeZone);
  if (dueMs - nowMs > SOON_MS) return <Chip>{WORDS.at(time)}</Chip>;
  return <Chip tone="watch">{WORDS.left(time, formatDuration(dueMs - nowMs))}</Chip>;
}
