import type { Random } from '../random.ts';
import { deal, mark } from './deal.ts';
import { blankTrip, type Trip } from './trip.ts';
import { TRUTHS } from './truths.ts';

type Ending = 'plain' | 'home' | 'phone' | 'desk' | 'write' | 'answer';
type Cell = readonly [seat: Trip['seat'], drop: Trip['drop'], reach: Trip['reach'], missed: boolean, n: number];

/** Everyone who did not find the bag on the belt at once; sums follow the sketches (631 = 436 + 152 + 43). */
const OTHERS: readonly Cell[] = [
  ['chosen', 'desk', 'notFlown', false, 3],
  ['skipped', 'desk', 'notFlown', false, 1],
  ['chosen', 'desk', 'madrid', false, 4],
  ['skipped', 'desk', 'madrid', false, 1],
  ['chosen', 'desk', 'noBag', false, 119],
  ['skipped', 'desk', 'noBag', false, 28],
  ['chosen', 'evening', 'noBag', false, 4],
  ['skipped', 'evening', 'noBag', false, 1],
  ['chosen', 'desk', 'noBag', true, 14],
  ['skipped', 'desk', 'noBag', true, 5],
  ['chosen', 'desk', 'turnedBack', true, 13],
  ['skipped', 'desk', 'turnedBack', true, 3],
  ['chosen', 'evening', 'turnedBack', true, 1],
];

interface BeltGroup {
  readonly seat: Trip['seat'];
  readonly drop: Trip['drop'];
  readonly missed: boolean;
  readonly endings: Readonly<Record<Ending, number>>;
  /** Of the plain ones: sat apart, landed late. */
  readonly apart: number;
  readonly late: number;
}

/** Everyone whose bag was on the belt: 443. */
const BELT: readonly BeltGroup[] = [
  { seat: 'chosen', drop: 'desk', missed: false, endings: ends(230, 24, 12, 8, 1, 4), apart: 10, late: 8 },
  { seat: 'chosen', drop: 'evening', missed: false, endings: ends(64, 6, 1, 1, 0, 7), apart: 2, late: 5 },
  { seat: 'skipped', drop: 'desk', missed: false, endings: ends(58, 2, 2, 1, 0, 4), apart: 17, late: 0 },
  { seat: 'skipped', drop: 'evening', missed: false, endings: ends(1, 6, 3, 1, 0, 0), apart: 0, late: 0 },
  { seat: 'chosen', drop: 'desk', missed: true, endings: ends(1, 1, 1, 1, 0, 1), apart: 0, late: 0 },
  { seat: 'skipped', drop: 'desk', missed: true, endings: ends(1, 1, 0, 0, 0, 0), apart: 0, late: 0 },
];

function ends(plain: number, home: number, phone: number, desk: number, write: number, answer: number) {
  return { plain, home, phone, desk, write, answer };
}

/** The 640 trips that set out 28 September to 25 October, every quota of the truths kept exactly, days not yet given. */
export function watchedTrips(random: Random): Trip[] {
  const trips: Trip[] = [];
  for (const group of BELT) trips.push(...beltTrips(random, group));
  for (const [seat, drop, reach, missedPlane, n] of OTHERS) {
    for (let i = 0; i < n; i += 1) trips.push({ ...fresh(), seat, drop, reach, missedPlane });
  }
  stars(trips);
  satApart(random, trips);
  contacts(random, trips);
  return trips;
}

function fresh(): Trip {
  return blankTrip('watched');
}

function beltTrips(random: Random, group: BeltGroup): Trip[] {
  const trips: Trip[] = [];
  for (const [ending, n] of Object.entries(group.endings) as [Ending, number][]) {
    const some = Array.from({ length: n }, () => {
      const trip = { ...fresh(), seat: group.seat, drop: group.drop, missedPlane: group.missed };
      trip.goesHome = ending === 'home';
      trip.asksAtDesk = ending === 'desk';
      trip.tail = ending === 'write' ? 'write' : null;
      if (ending === 'phone') {
        trip.contacts = 'p';
        trip.explained = 1;
      }
      if (ending === 'answer') trip.mood = group.drop === 'evening' ? 2 : 0;
      return trip;
    });
    if (ending === 'plain') {
      const fates = deal(random, n, [[group.apart, 'apart'] as const, [group.late, 'late'] as const], 'well' as const);
      some.forEach((trip, i) => {
        trip.satApart = fates[i] === 'apart';
        trip.landedLate = fates[i] === 'late';
      });
    }
    trips.push(...some);
  }
  return trips;
}

function stars(trips: readonly Trip[]): void {
  const hazel = trips.find((t) => t.reach === 'noBag' && t.seat === 'chosen' && t.drop === 'desk' && !t.missedPlane);
  const rowan = trips.find((t) => t.drop === 'evening' && t.mood !== null);
  if (!hazel || !rowan) throw new Error('the quotas leave no room for the two stories');
  hazel.star = 'hazel';
  rowan.star = 'rowan';
}

/** The 40 and the 16 who sat apart; 21 and 12 of them had no other harm. */
function satApart(random: Random, trips: readonly Trip[]): void {
  const flewSkipping = trips.filter((t) => t.seat === 'skipped' && t.reach !== 'notFlown');
  const onlyApart = flewSkipping.filter((t) => t.reach === 'bag' && !t.missedPlane && !t.satApart);
  const apart = (trip: Trip) => {
    trip.satApart = true;
  };
  mark(
    random,
    onlyApart.filter((t) => t.drop === 'desk' && t.mood !== null),
    2,
    apart,
  );
  mark(
    random,
    onlyApart.filter((t) => t.drop === 'evening'),
    2,
    apart,
  );
  const harmed = (t: Trip) => (t.reach === 'noBag' || t.missedPlane) && t.star === null;
  const done = flewSkipping.filter((t) => t.satApart).length;
  mark(random, flewSkipping.filter(harmed), TRUTHS.seats.skippedApart - done, apart);
  mark(
    random,
    trips.filter((t) => t.seat === 'chosen' && harmed(t)),
    TRUTHS.seats.chosenApart - 12,
    apart,
  );
}

/**
 * Who asks where, of the 171: 122 phone first (the one of the story among them), 32 chat first, 17 wait. Calls after
 * calls are 139; phone then chat 32, chat then phone 18.
 */
function contacts(random: Random, trips: readonly Trip[]): void {
  const calls = deal(
    random,
    138,
    [
      [44, 'p'],
      [60, 'pp'],
      [23, 'ppp'],
    ] as const,
    'pppp' as const,
  );
  const cells: string[] = [];
  calls.forEach((call, i) => {
    cells.push(i < 90 ? call : i < 121 ? `${call}c` : `c${call}`);
  });
  for (let i = 0; i < 15; i += 1) cells.push('c');
  for (let i = 0; i < 17; i += 1) cells.push('');
  const without = trips.filter((t) => t.reach === 'noBag' && t.star !== 'hazel');
  random.shuffle(cells).forEach((cell, i) => {
    const trip = without[i] as Trip;
    trip.contacts = cell;
    trip.explained = 1 + cell.length;
  });
  const phoning = without.filter((t) => t.contacts.includes('p')).sort((a, b) => b.explained - a.explained);
  phoning.forEach((trip, i) => {
    if (i < 84) trip.explained = Math.max(4, trip.explained);
  });
  const hazel = trips.find((t) => t.star === 'hazel') as Trip;
  hazel.contacts = 'pcp';
  hazel.explained = 4;
  hazel.asksAtDesk = true;
}
