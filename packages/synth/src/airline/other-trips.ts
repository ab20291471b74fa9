import type { Random } from '../random.ts';
import { deal, evenly, mark } from './deal.ts';
import { arrivedAsPromised, type Brand, blankTrip, type Mood, stepsOf, type Trip } from './trip.ts';
import { TRUTHS } from './truths.ts';

/** How a period that is not watched closely went, in bookings. */
interface Sizes {
  readonly skipped: number;
  readonly evening: number;
  readonly notFlown: number;
  readonly madrid: number;
  readonly missedBelt: number;
  readonly turnedBack: number;
  readonly noBag: number;
  readonly apart: number;
  readonly asPromised: number;
  readonly phone: number;
  readonly twice: number;
  readonly answers: number;
}

const SIZES: Readonly<Record<'august' | 'before', Sizes>> = {
  august: {
    skipped: 98,
    evening: 30,
    notFlown: 8,
    madrid: 4,
    missedBelt: 9,
    turnedBack: 5,
    noBag: 9,
    apart: 38,
    asPromised: TRUTHS.august.asPromised,
    phone: 40,
    twice: 141,
    answers: 33,
  },
  before: {
    skipped: 111,
    evening: 60,
    notFlown: 5,
    madrid: 3,
    missedBelt: 5,
    turnedBack: 3,
    noBag: TRUTHS.connection.noBagBefore,
    apart: 38,
    asPromised: TRUTHS.connection.asPromisedBefore,
    phone: 28,
    twice: 102,
    answers: 36,
  },
};

/** The trips of August or of the four weeks before the break; the same ways, other sizes. */
export function otherTrips(random: Random, period: 'august' | 'before'): Trip[] {
  const size = SIZES[period];
  const { bookings, from, to } = TRUTHS.periods[period];
  const trips = Array.from({ length: bookings }, () => blankTrip(period));
  for (const trip of trips) trip.setOutDay = random.int(from, to);
  mark(random, trips, size.evening, (t) => {
    t.drop = 'evening';
  });
  const desk = trips.filter((t) => t.drop === 'desk');
  mark(random, desk, size.skipped, (t) => {
    t.seat = 'skipped';
  });
  const fates = deal<Trip['reach'] | 'missed'>(
    random,
    desk.length,
    [
      [size.notFlown, 'notFlown'],
      [size.madrid, 'madrid'],
      [size.missedBelt, 'missed'],
      [size.turnedBack, 'turnedBack'],
      [size.noBag, 'noBag'],
    ],
    'bag',
  );
  desk.forEach((trip, i) => {
    const fate = fates[i] as Trip['reach'] | 'missed';
    trip.reach = fate === 'missed' ? 'bag' : fate;
    trip.missedPlane = fate === 'missed' || fate === 'turnedBack';
  });
  noBags(random, trips, period);
  const fine = () => trips.filter(arrivedAsPromised);
  const apart = (t: Trip) => {
    t.satApart = true;
  };
  mark(
    random,
    fine().filter((t) => t.seat === 'skipped'),
    Math.round(size.apart * 0.7),
    apart,
  );
  mark(
    random,
    fine().filter((t) => t.seat === 'chosen'),
    size.apart - Math.round(size.apart * 0.7),
    apart,
  );
  mark(
    random,
    fine().filter((t) => t.drop === 'desk'),
    fine().length - size.asPromised,
    (t) => {
      t.landedLate = true;
    },
  );
  mark(
    random,
    trips.filter((t) => t.reach === 'bag'),
    size.phone,
    (t) => {
      t.contacts = random.chance(0.8) ? 'p' : 'c';
      t.explained = random.chance(0.75) ? 1 : 2;
    },
  );
  for (const trip of trips) if (trip.reach === 'bag' || trip.reach === 'noBag') trip.goesHome = random.chance(0.97);
  dress(random, trips);
  // August bookings were mostly made before data were collected: their changes would not be seen.
  if (period === 'before') {
    mark(random, trips, 10, (t) => {
      t.changes = true;
    });
  }
  const asking = trips.filter((t) => t.contacts !== '' || t.missedPlane);
  mark(random, asking, asking.length, (t) =>
    t.twice.add(t.missedPlane ? 'madrid' : t.reach === 'noBag' ? 'noBag' : 'belt'),
  );
  mark(
    random,
    trips.filter((t) => t.twice.size === 0),
    size.twice - asking.length,
    (t) => {
      t.twice.add(random.pick(stepsOf(t).filter((s) => s !== 'noBag' && s !== 'brought')));
    },
  );
  mark(
    random,
    trips.filter((t) => t.reach === 'bag'),
    size.answers,
    (t) => {
      t.mood = 1;
    },
  );
  return trips;
}

function noBags(random: Random, trips: readonly Trip[], period: 'august' | 'before'): void {
  const days = period === 'before' ? [...TRUTHS.connection.noBagDaysBefore] : [];
  for (const trip of trips.filter((t) => t.reach === 'noBag')) {
    const day = days.pop();
    if (day !== undefined) trip.setOutDay = day - 1;
    trip.contacts = random.chance(0.65) ? 'p' : '';
    trip.explained = 1 + trip.contacts.length;
    trip.bagHours = 9 + random.unit() * 30;
  }
}

/** Booked, not set out yet: seats mostly chosen, half of them have changed the booking. */
export function laterTrips(random: Random): Trip[] {
  const { bookings, from, to } = TRUTHS.periods.later;
  const trips = Array.from({ length: bookings }, () => blankTrip('later'));
  for (const trip of trips) {
    trip.setOutDay = random.int(from + 1, to);
    trip.reach = 'booked';
    trip.seat = random.chance(0.55) ? 'chosen' : random.chance(0.25) ? 'skipped' : 'open';
  }
  dress(random, trips);
  return trips;
}

/** Marks bookings as changed until each brand has its number of them. */
export function dealChanges(random: Random, trips: readonly Trip[]): void {
  for (const brand of ['Northern Maple', 'Maple Sun'] as const) {
    const done = trips.filter((t) => t.brand === brand && t.changes).length;
    const open = trips.filter((t) => t.brand === brand && !t.changes && t.period === 'later');
    mark(random, open, TRUTHS.change.perBrand - done, (t) => {
      t.changes = true;
    });
  }
}

function dress(random: Random, trips: readonly Trip[]): void {
  const isMaple = evenly(0.6, random.unit());
  for (const trip of trips) {
    trip.brand = (isMaple() ? 'Northern Maple' : 'Maple Sun') satisfies Brand;
    trip.bookChannel = random.chance(0.63) ? 'web' : 'app';
    trip.seatChannel = random.chance(0.66) ? 'app' : 'web';
    trip.checkInChannel = random.chance(0.77) ? 'desk' : 'app';
    trip.party = trip.satApart || random.chance(0.61) ? (random.chance(0.5) ? 'two' : 'family') : 'alone';
    trip.flewBefore = random.chance(0.15);
  }
}

/** Two or three steps each answering customer speaks of, in a mood near the one over all. */
export function voicesOf(random: Random, trip: Trip, mood: Mood): void {
  const steps = stepsOf(trip).filter(
    (s) => !['refund', 'voucher', 'write', 'post', 'change', 'miss', 'brought', 'desk', 'chat'].includes(s),
  );
  for (const step of random.shuffle(steps).slice(0, random.int(2, 3))) {
    const shift = random.chance(0.12) ? random.pick([-1, 1]) : 0;
    trip.voices.set(step, Math.min(2, Math.max(0, mood + shift)) as Mood);
  }
}
