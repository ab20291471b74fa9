import { type Cause, isPastDue, type PutRight } from '@continuo/core';
import type { StoredCallback } from '@continuo/state';

/** How a call-back of the demo stands when somebody first looks at it. */
type DemoPlan = 'unassigned' | 'in-hand' | 'waiting' | 'asked' | 'closed';

interface DemoWords {
  readonly said: string;
  readonly did: string;
  readonly action: string;
  readonly because: Readonly<Record<PutRight, string>>;
}

export interface DemoWork {
  readonly callback: StoredCallback;
  readonly plan: DemoPlan;
  /** Its newest moment, ms. */
  readonly lastMs: number;
  readonly nowMs: number;
  readonly cause: Cause;
  /** The customer's answer; null: asked and not answered; left out: not asked. */
  readonly answer?: PutRight | null;
  readonly isInTime: boolean;
  /** A number of the person, to spread times. */
  readonly day: number;
  readonly words: DemoWords;
}

/** What is open when somebody first looks: whoever looks has eight, two of them past due; three nobody has. */
const OPEN = { pastDue: 2, inTime: 3, waiting: 1, unassigned: 3, asked: 2 } as const;

const BECAUSE = {
  yes: 'Thank you for calling. It is settled.',
  partly: 'The bag is here. What was in it is still wet.',
  no: 'Nobody has paid anything yet.',
} as const;

const WORDS: Readonly<Record<string, DemoWords>> = {
  Baggage: {
    said: 'Spoke with the customer. They want to know where the bag is, not a number.',
    did: 'Bag found in Madrid and sent to the hotel by taxi.',
    action: 'Bag brought by taxi, cost of clothes paid',
    because: BECAUSE,
  },
  Connections: {
    said: 'Spoke with the customer. 60 minutes were not enough to change planes.',
    did: 'Hotel in Madrid paid, and the train on the next day.',
    action: 'Night in the hotel and train paid',
    because: { ...BECAUSE, partly: 'The hotel was paid, the evening is lost.' },
  },
  Seats: {
    said: 'Spoke with the customer. The children sat alone.',
    did: 'Seats together kept for the way home.',
    action: 'Seats together on the way home',
    because: { ...BECAUSE, partly: 'Good for the way home.' },
  },
};
const OTHERS: DemoWords = {
  said: 'Spoke with the customer and listened.',
  did: 'Passed on to those who can mend it, with the words of the customer.',
  action: 'Said sorry by phone',
  because: { ...BECAUSE, partly: 'Kind words, and nothing else.' },
};

/** 0 … 96, the same for a person always. */
const dayOf = ({ person }: StoredCallback): number => Number(BigInt(person) % 97n);

/** The newest of those that fit are left open, everything before is worked off; the same each time. */
export function demoWork(
  made: readonly StoredCallback[],
  lastMoments: ReadonlyMap<number, { readonly timeMs: number; readonly cause: Cause }>,
  nowMs: number,
): readonly DemoWork[] {
  const newest = [...made].sort((a, b) => b.openedMs - a.openedMs || b.id - a.id);
  const plans = new Map<number, DemoPlan>();
  const choose = (plan: DemoPlan, most: number, fits: (callback: StoredCallback) => boolean): void => {
    const chosen = newest.filter((callback) => !plans.has(callback.id) && fits(callback)).slice(0, most);
    for (const { id } of chosen) plans.set(id, plan);
  };
  const isLate = (callback: StoredCallback): boolean => isPastDue(callback, nowMs);
  choose('in-hand', OPEN.inTime, (callback) => !isLate(callback));
  choose('unassigned', OPEN.unassigned, (callback) => !isLate(callback));
  choose('in-hand', OPEN.pastDue, isLate);
  choose('waiting', OPEN.waiting, (callback) => !isLate(callback));
  choose('asked', OPEN.asked, isLate);
  return made.map((callback): DemoWork => {
    const plan = plans.get(callback.id) ?? 'closed';
    const day = dayOf(callback);
    const last = lastMoments.get(callback.id);
    const said = plan === 'closed' ? answerOf(day, callback, nowMs) : undefined;
    const answer = said === undefined ? {} : { answer: said };
    return {
      ...{ callback, plan, day, nowMs, lastMs: last?.timeMs ?? callback.openedMs },
      ...{ cause: last?.cause ?? { kind: 'off-map' }, isInTime: day < 80, ...answer },
      words: WORDS[callback.team ?? ''] ?? OTHERS,
    };
  });
}

/** Half of those who were asked have answered, most with yes. Nobody was asked who was helped in the last six days. */
function answerOf(day: number, { openedMs }: StoredCallback, nowMs: number): PutRight | null | undefined {
  const days = (nowMs - openedMs) / 86_400_000;
  if (days < 6) return undefined;
  // Two weeks to answer, after the days it took: only then it is known that no answer came.
  if (day % 2 === 1) return days > 19 ? null : undefined;
  return day % 10 === 4 ? 'no' : day % 10 === 8 ? 'partly' : 'yes';
}
