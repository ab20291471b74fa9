import type { Random } from '../random.ts';
import { deal, mark } from './deal.ts';
import type { Brand, Trip } from './trip.ts';
import { TRUTHS } from './truths.ts';

const watched: { readonly from: number; readonly to: number } = TRUTHS.periods.watched;

/** Gives every watched trip its day, so that missing bags follow the truth's days, and the hours until the bag came. */
export function dateWatched(random: Random, trips: readonly Trip[]): void {
  const seats = new Map<number, number>();
  for (let day = watched.from; day <= watched.to; day += 1) seats.set(day, day === watched.to ? 8 : day < 59 ? 25 : 23);
  // 8 + 3·25 + 24·23 = 635: five more travel on the first Sunday of October, a holiday weekend.
  seats.set(62, 28);
  const take = (day: number) => seats.set(day, (seats.get(day) ?? 0) - 1);

  const ordinary = random.shuffle(trips.filter((t) => t.reach === 'noBag' && t.star !== 'hazel' && !t.goesHome));
  // Taken from the end, so that those still waiting land last, and next to them nobody who has answered already.
  const quiet = ordinary.filter((t) => t.bagHours !== null && t.mood === null).slice(0, 12);
  const without = [
    ...ordinary.filter((t) => t.bagHours === null),
    ...quiet,
    ...ordinary.filter((t) => t.bagHours !== null && !quiet.includes(t)),
  ];
  const homeless = trips.filter((t) => t.reach === 'noBag' && t.goesHome);
  const hazel = trips.find((t) => t.star === 'hazel') as Trip;
  TRUTHS.connection.noBagByDay.forEach((count, i) => {
    for (let k = 0; k < count; k += 1) {
      const setOut = TRUTHS.connection.day + i - 1;
      const isHers = setOut === 78 && k === 0;
      const early = setOut <= 70 && k < 2 ? homeless.pop() : undefined;
      const trip = isHers ? hazel : (early ?? without.pop());
      if (!trip) throw new Error('more bags missing by day than in all');
      trip.setOutDay = setOut;
      take(setOut);
    }
  });

  const left = trips.filter((t) => t.reach !== 'noBag');
  const rowan = left.find((t) => t.star === 'rowan') as Trip;
  rowan.setOutDay = 70;
  take(70);
  const choose = (from: number, to: number) => {
    const open: number[] = [];
    for (let day = from; day <= to; day += 1) for (let k = 0; k < (seats.get(day) ?? 0); k += 1) open.push(day);
    const day = random.pick(open);
    take(day);
    return day;
  };
  const rest = left.filter((t) => t.star === null);
  for (const t of rest.filter((t) => t.goesHome)) t.setOutDay = choose(watched.from, 73);
  for (const t of rest.filter((t) => t.missedPlane && !t.goesHome)) t.setOutDay = choose(58, 81);
  for (const t of rest.filter((t) => t.mood !== null && !t.goesHome && !t.missedPlane))
    t.setOutDay = choose(watched.from, 79);
  for (const t of rest.filter((t) => t.setOutDay === 0)) t.setOutDay = choose(watched.from, watched.to);
}

/** Says, once days are given, how long each missing bag took: within 24 h, within 46 h, or later, as the truths say. */
export function hoursUntilBack(random: Random, trips: readonly Trip[]): void {
  const { bagBack, phone } = TRUTHS;
  const without = trips.filter((t) => t.reach === 'noBag');
  const waiting = without.filter((t) => t.bagHours === null);
  if (waiting.length !== bagBack.waiting) throw new Error(`${waiting.length} wait, not ${bagBack.waiting}`);
  const back = without.filter((t) => t.bagHours !== null && t.star !== 'hazel');
  const soon = new Set(back.filter((t) => t.setOutDay >= 81));
  const open = back.filter((t) => !soon.has(t));
  const isPhoning = (t: Trip) => t.contacts.includes('p');
  const already = (is: boolean) => [...soon].filter((t) => isPhoning(t) === is).length;
  const needPhone = phone.within24hPhone - already(true);
  const needNot = phone.within24hNot - already(false);
  mark(random, open.filter(isPhoning), needPhone, (t) => soon.add(t));
  mark(
    random,
    open.filter((t) => !isPhoning(t)),
    needNot,
    (t) => soon.add(t),
  );
  const rest = random.shuffle(back.filter((t) => !soon.has(t)));
  // Who landed late in October cannot have waited long yet: they come first among those within 46 h.
  rest.sort((a, b) => Number(b.setOutDay >= 79) - Number(a.setOutDay >= 79));
  for (const trip of soon) trip.bagHours = 8 + random.unit() * 15.5;
  rest.forEach((trip, i) => {
    const mostHours = (83.9 - trip.setOutDay - 1) * 24;
    trip.bagHours =
      i < bagBack.within46h ? 25 + random.unit() * 20.5 : 46 + Math.min(mostHours - 46, random.exponential(22));
  });
  for (const trip of without) if (trip.star === 'hazel') trip.bagHours = 46;
}

/** Nine whose last word was a phone call and two whose last was a chat still wait; they are those who landed last. */
export function keepWaiting(random: Random, trips: readonly Trip[]): void {
  const late = (t: Trip) => t.reach === 'noBag' && t.star === null && !t.goesHome && t.mood === null;
  const wait = (t: Trip) => {
    t.bagHours = null;
  };
  const byPhone = trips.filter((t) => late(t) && t.contacts.endsWith('p') && t.contacts.length <= 2);
  mark(random, byPhone, 9, wait);
  mark(
    random,
    trips.filter((t) => late(t) && t.contacts === 'c'),
    2,
    wait,
  );
}

/** Deals what every trip has beside its route: brand, party, channels, and whether they flew with us before. */
export function dressWatched(random: Random, trips: readonly Trip[]): void {
  const n = trips.length;
  const brands = deal<Brand>(random, n, [[384, 'Northern Maple']], 'Maple Sun');
  const bookBy = deal<'web' | 'app'>(random, n, [[402, 'web']], 'app');
  trips.forEach((trip, i) => {
    trip.brand = trip.star === null ? (brands[i] as Brand) : 'Northern Maple';
    trip.bookChannel = bookBy[i] as 'web' | 'app';
  });
  const swap = trips.find((t) => t.star === null && t.bookChannel === 'web');
  const hazel = trips.find((t) => t.star === 'hazel');
  if (hazel && swap && hazel.bookChannel === 'app') {
    hazel.bookChannel = 'web';
    swap.bookChannel = 'app';
  }
  const choosing = trips.filter((t) => t.seat === 'chosen');
  for (const t of choosing) t.seatChannel = 'app';
  mark(
    random,
    choosing.filter((t) => t.star === null),
    174,
    (t) => {
      t.seatChannel = 'web';
    },
  );
  mark(
    random,
    trips.filter((t) => t.drop === 'desk' && t.star === null),
    123,
    (t) => {
      t.checkInChannel = 'app';
    },
  );
  const together = trips.filter((t) => t.satApart || t.star !== null);
  for (const t of together) t.party = t.satApart && random.chance(0.7) ? 'family' : 'two';
  mark(
    random,
    trips.filter((t) => !together.includes(t)),
    402 - together.length,
    (t) => {
      t.party = random.chance(0.55) ? 'two' : 'family';
    },
  );
  for (const t of trips) if (t.star === 'hazel') t.flewBefore = true;
}
