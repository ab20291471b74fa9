import { identityOf, madeUpName } from '@continuo/core';
import type { Random } from '../random.ts';
import { instant, localDay, MINUTE_MS, NOW_MS } from './calendar.ts';
import type { Language } from './comments.ts';
import { mark } from './deal.ts';
import type { Trip } from './trip.ts';
import { TRUTHS } from './truths.ts';

export interface Person {
  readonly id: string;
  readonly country: string;
  readonly language: Language;
  /** Browses under this id before the first log-in; null when they never did or always were logged in. */
  anonymousId: string | null;
}

/** Somebody who wrote to us and was answered. */
export interface Letter {
  readonly person: number;
  readonly wroteMs: number;
  readonly replyMinutes: number;
  readonly isFast: boolean;
}

export interface Cast {
  readonly people: readonly Person[];
  readonly letters: readonly Letter[];
  /** People from here on only visit. */
  readonly firstVisitor: number;
}

const STARS = { hazel: 'Hazel Wren', rowan: 'Rowan Pike', clover: 'Clover Finch' } as const;

/** Gives every trip its person: who was answered fast books again more often, nobody else books twice. */
export function castTrips(
  random: Random,
  workspace: number,
  trips: Record<'august' | 'before' | 'watched' | 'later', Trip[]>,
): Cast {
  let count = 0;
  for (const trip of [...trips.august, ...trips.before]) trip.person = count++;
  const letters = writeLetters(random, trips);
  const again = bookAgain(random, trips, letters);
  for (const trip of [...trips.watched, ...trips.later]) if (!again.has(trip)) trip.person = count++;
  const flewBefore = trips.watched.filter((t) => t.flewBefore).length;
  mark(
    random,
    trips.watched.filter((t) => !t.flewBefore),
    TRUTHS.loop.flewBefore - flewBefore,
    (t) => {
      t.flewBefore = true;
    },
  );
  const people = ids(random, workspace, trips.watched);
  return { people, letters, firstVisitor: count };
}

function writeLetters(
  random: Random,
  trips: { readonly august: readonly Trip[]; readonly before: readonly Trip[] },
): Letter[] {
  const { fast, slow, withinMinutes } = TRUTHS.answered;
  const landed = (list: readonly Trip[], latest: number) =>
    random.shuffle(list.filter((t) => (t.reach === 'bag' || t.reach === 'noBag') && t.setOutDay <= latest));
  const writers = [...landed(trips.august, 24).slice(0, 120), ...landed(trips.before, 51).slice(0, fast + slow - 120)];
  return random.shuffle(writers).map((trip, i) => {
    const isFast = i < fast;
    const replyMinutes = isFast
      ? random.int(7, withinMinutes - 2)
      : Math.round(Math.min(8_000, Math.max(150, random.logNormal(1_500, 0.7))));
    const wroteMs = instant('Fuengirola', trip.setOutDay + 1 + random.int(1, 4), random.int(8 * 60, 20 * 60));
    return { person: trip.person, wroteMs, replyMinutes, isFast };
  });
}

function bookAgain(
  random: Random,
  trips: { readonly watched: readonly Trip[]; readonly later: readonly Trip[] },
  letters: readonly Letter[],
): Set<Trip> {
  const { fastAgain, slowAgain } = TRUTHS.answered;
  const chosen = [
    ...random.shuffle(letters.filter((l) => l.isFast)).slice(0, fastAgain),
    ...random.shuffle(letters.filter((l) => !l.isFast)).slice(0, slowAgain),
  ].sort((a, b) => a.wroteMs - b.wroteMs);
  const soon = random.shuffle(
    trips.watched.filter((t) => t.star === null && t.mood === null && t.setOutDay >= 64 && !t.flewBefore),
  );
  const later = random.shuffle(trips.later);
  const again = new Set<Trip>();
  chosen.forEach((letter, i) => {
    const trip = (i < 30 ? soon.pop() : later.pop()) as Trip;
    trip.person = letter.person;
    trip.flewBefore = true;
    trip.bookedFrom = localDay('Ottawa', letter.wroteMs + letter.replyMinutes * MINUTE_MS) + 1;
    again.add(trip);
  });
  return again;
}

/** Day on which a trip was booked: about a month before, not before what the person lived through, not after now. */
export function bookDay(random: Random, trip: Trip): number {
  const latest = Math.min(localDay('Ottawa', NOW_MS) - 1, trip.setOutDay - 3);
  const day = Math.round(trip.setOutDay - random.logNormal(31, 0.6));
  const earliest = trip.period === 'august' ? -400 : trip.bookedFrom;
  if (day >= earliest && day <= latest) return day;
  return random.int(Math.min(earliest === -400 ? latest - 30 : earliest, latest), latest);
}

function ids(random: Random, workspace: number, watched: readonly Trip[]): Person[] {
  const starOf = new Map<number, string>();
  for (const trip of watched) if (trip.star !== null) starOf.set(trip.person, STARS[trip.star]);
  const names = new Set<string>(Object.values(STARS));
  const nameOf = (id: string) => madeUpName(identityOf(workspace, { kind: 'user', value: id }));
  let number = 10_000;
  return Array.from({ length: TRUTHS.world.people }, (_, person) => {
    const star = starOf.get(person);
    let id = `C${++number}`;
    if (star !== undefined) {
      // A stable made-up name belongs to an id; the three people told by name get the first id that has it.
      let at = 50_000;
      while (nameOf(`C${at}`) !== star) at += 1;
      id = `C${at}`;
    } else while (names.has(nameOf(id))) id = `C${++number}`;
    const country =
      star === 'Hazel Wren'
        ? 'Canada'
        : random.chance(0.8)
          ? 'Canada'
          : random.pick(['United States', 'Spain', 'Spain', 'United Kingdom']);
    const language: Language =
      country === 'Spain' ? 'es' : country === 'Canada' && star === undefined && random.chance(0.18) ? 'fr' : 'en';
    const isHidden = star === undefined && random.chance(0.4);
    const anonymousId = isHidden ? `web-${random.int(0x1000000, 0xfffffff).toString(16)}` : null;
    return { id, country, language, anonymousId };
  });
}
