import { type Random, random as seeded } from '../random.ts';
import { BOOKING } from './activities.ts';
import { beforeBooking, letterOf, onTheWay, visitor } from './around.ts';
import { changeTimes } from './change-times.ts';
import { type Comments, comments } from './comments.ts';
import { evenly, mark } from './deal.ts';
import { deliver } from './deliver.ts';
import type { Draft } from './draft.ts';
import { dealChanges, laterTrips, otherTrips, voicesOf } from './other-trips.ts';
import { bookDay, type Cast, castTrips } from './people.ts';
import { tellTrip } from './tell-trip.ts';
import type { Mood, Trip } from './trip.ts';
import { TRUTHS } from './truths.ts';
import { dateWatched, dressWatched, hoursUntilBack, keepWaiting } from './watched-days.ts';
import { answerWatched, tryTwice } from './watched-moods.ts';
import { watchedTrips } from './watched-trips.ts';
import type { WorldEvent } from './world-event.ts';

/** The last day of August as a day of the world. */
const LAST_OF_AUGUST = 28;

/**
 * Twelve weeks of an airline with two brands, in the order of arrival; what is planted in it stands in `TRUTHS`.
 * The same seed gives the same bytes. `workspace` is the one the events will live in: made-up names hang on it, and the
 * demo's story belongs to Hazel Wren there.
 */
export function airline(options: { readonly seed?: number; readonly workspace?: number } = {}): readonly WorldEvent[] {
  const random = seeded(options.seed ?? 1);
  const trips = {
    august: otherTrips(random, 'august'),
    before: otherTrips(random, 'before'),
    watched: watched(random),
    later: laterTrips(random),
  };
  const all = Object.values(trips).flat();
  dealChanges(random, all);
  const cast = castTrips(random, options.workspace ?? 1, trips);
  const said = comments(random);
  const drafts: Draft[] = [];
  tellAll(random, said, cast, all, drafts);
  visits(random, said, cast, drafts);
  return deliver(random, drafts);
}

function watched(random: Random): Trip[] {
  const trips = watchedTrips(random);
  mark(
    random,
    trips.filter((t) => t.reach === 'noBag' && t.star === null && !/pp$|^p$/.test(t.contacts)),
    3,
    (t) => {
      t.changes = true;
    },
  );
  answerWatchedLast(random, trips);
  dressWatched(random, trips);
  dateWatched(random, trips);
  hoursUntilBack(random, trips);
  tryTwice(random, trips);
  return trips;
}

/** Who still waits, who goes home and who writes is settled before anyone answers, so that answers come last. */
function answerWatchedLast(random: Random, trips: readonly Trip[]): void {
  keepWaiting(random, trips);
  const back = () =>
    trips.filter(
      (t) => t.reach === 'noBag' && t.bagHours !== null && t.star === null && !t.goesHome && t.tail === null,
    );
  mark(random, back(), 15, (t) => {
    t.goesHome = true;
  });
  mark(
    random,
    trips.filter((t) => t.reach === 'turnedBack'),
    17,
    (t) => {
      t.tail = 'refund';
    },
  );
  for (const [tail, count] of [
    ['refund', 8],
    ['voucher', 12],
    ['post', 20],
    ['write', 21],
  ] as const) {
    mark(random, back(), count, (t) => {
      t.tail = tail;
    });
  }
  for (const trip of trips)
    if (trip.star === null && trip.contacts === 'ppc')
      trip.star ??= trips.some((t) => t.star === 'clover') ? null : 'clover';
  answerWatched(random, trips);
  mark(
    random,
    trips.filter((t) => t.reach === 'noBag' && t.bagHours !== null && t.star === null),
    4,
    (t) => {
      t.brokenBag = true;
    },
  );
}

function tellAll(random: Random, said: Comments, cast: Cast, all: readonly Trip[], drafts: Draft[]): void {
  const isUnhappyInAugust = evenly(TRUTHS.august.unhappyInAugust, random.unit());
  const isUnhappyLater = evenly(TRUTHS.august.unhappyInSeptember, random.unit());
  mark(
    random,
    all.filter((t) => t.period === 'later'),
    25,
    (t) => {
      t.mood = 1;
    },
  );
  const changes = changeTimes(random);
  const brandOf = new Map<number, string>();
  let number = 0;
  // The watched first: the words the map shows are theirs.
  const order = [...all].sort((a, b) => Number(b.period === 'watched') - Number(a.period === 'watched'));
  const onMap = order.find((t) => t.reach === 'noBag' && !t.missedPlane && t.voices.get('madrid') === 0);
  if (onMap) onMap.saysTwoLines = true;
  for (const trip of order) {
    const person = cast.people[trip.person] as Cast['people'][number];
    brandOf.set(trip.person, trip.brand);
    if (trip.mood !== null && trip.period !== 'watched') {
      const day = trip.period === 'later' ? LAST_OF_AUGUST + 30 : trip.setOutDay + 2;
      const isUnhappy = day <= LAST_OF_AUGUST ? isUnhappyInAugust() : isUnhappyLater();
      trip.mood = (isUnhappy ? 0 : random.chance(0.4) ? 1 : 2) satisfies Mood;
      voicesOf(random, trip, trip.mood);
    }
    if (trip.flewBefore) trip.timesRound = trip.star === 'hazel' ? 3 : random.int(2, 4);
    const booked = bookDay(random, trip);
    const caseKey = `${trip.brand === 'Maple Sun' ? 'MS' : 'NM'}-${(21_000 + number * 37).toString(36).toUpperCase()}`;
    number += 1;
    const change = trip.changes ? changes(trip.brand) : null;
    const told = tellTrip(random, said, { trip, person, caseKey, bookDay: booked, change });
    drafts.push(...told);
    const book = told.find((d) => d.name === BOOKING.book);
    if (book) drafts.push(...beforeBooking(random, person, trip, book.timeMs));
    const landed = told.find((d) => d.name === BOOKING.belt || d.name === BOOKING.noBag);
    const home = told.find((d) => d.name === BOOKING.home);
    if (landed) drafts.push(...onTheWay(random, person, trip, landed.timeMs, home?.timeMs ?? null));
  }
  for (const letter of cast.letters) {
    const person = cast.people[letter.person] as Cast['people'][number];
    drafts.push(...letterOf(random, person, brandOf.get(letter.person) as string, letter));
  }
}

/** Those who only look; enough of them answer the question on the page that 6 of 100 people answer in all. */
function visits(random: Random, said: Comments, cast: Cast, drafts: Draft[]): void {
  const visitors = cast.people.slice(cast.firstVisitor);
  const answered = new Set(drafts.filter((d) => d.score !== null).map((d) => localId(d))).size;
  const toAnswer = Math.round(TRUTHS.world.people * TRUTHS.world.answeredShare) - answered;
  const isUnhappyInAugust = evenly(TRUTHS.august.unhappyInAugust, random.unit());
  const isUnhappyLater = evenly(TRUTHS.august.unhappyInSeptember, random.unit());
  visitors.forEach((person, i) => {
    if (i >= toAnswer) {
      drafts.push(...visitor(random, said, person, null));
      return;
    }
    const day = (i * 2) % 58;
    const isUnhappy = day <= LAST_OF_AUGUST ? isUnhappyInAugust() : isUnhappyLater();
    drafts.push(...visitor(random, said, person, { mood: isUnhappy ? 0 : random.chance(0.4) ? 1 : 2, day }));
  });
}

const localId = (event: Draft) => `${event.kind} ${event.id}`;
