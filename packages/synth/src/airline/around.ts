import type { PropertyValue } from '@continuo/core';
import type { Random } from '../random.ts';
import { AROUND } from './activities.ts';
import { BEGIN_MS, DAY_MS, instant, MINUTE_MS, NOW_MS, type Place } from './calendar.ts';
import type { Comments } from './comments.ts';
import { type Draft, draft } from './draft.ts';
import { words } from './moments.ts';
import type { Letter, Person } from './people.ts';
import { scoreOf } from './tell-trip.ts';
import type { Mood, Trip } from './trip.ts';

type What = keyof typeof AROUND;
const CHANNEL: Readonly<Record<What, string>> = {
  dream: 'web',
  prices: 'web',
  letter: 'email',
  logIn: 'web',
  lounge: 'lounge',
  train: 'partner',
  hotel: 'partner',
  leave: 'partner',
  complain: 'email',
  reply: 'email',
  visit: 'web',
};
const DETAIL: Readonly<Record<What, readonly string[]>> = {
  dream: [
    'Looks at pictures of the beach in Fuengirola.',
    'Reads about a month in the sun.',
    'Looks up the weather in Málaga.',
  ],
  prices: ['Looks at prices for a month away.', 'Compares dates and prices.'],
  letter: ['Reads our letter about a month in the sun.'],
  logIn: ['Logs in.'],
  lounge: ['Waits in the lounge in Ottawa.'],
  train: ['Takes the train from Málaga airport to Fuengirola.'],
  hotel: ['Arrives at the hotel in Fuengirola.'],
  leave: ['Leaves the hotel for the airport.'],
  complain: ['Writes to us about what went wrong.', 'Writes to us and asks for an answer.'],
  reply: ['Gets our answer.'],
  visit: ['Answers one question on the web page.'],
};

/** One event beside the booking; nothing outside the collected weeks is told. */
function beside(
  random: Random,
  person: { readonly kind: 'user' | 'anonymous'; readonly id: string },
  what: What,
  place: Place,
  timeMs: number,
  properties: Readonly<Record<string, PropertyValue>> = {},
): Draft[] {
  if (timeMs < BEGIN_MS || timeMs > NOW_MS) return [];
  const channel = what === 'dream' && random.chance(0.3) ? 'social' : CHANNEL[what];
  const all = { ...properties, detail: random.pick(DETAIL[what]) };
  return [draft(person, { place, timeMs }, { name: AROUND[what], channel, properties: all })];
}

const user = (person: Person) => ({ kind: 'user', id: person.id }) as const;
const hidden = (person: Person) =>
  person.anonymousId === null ? user(person) : ({ kind: 'anonymous', id: person.anonymousId } as const);

/**
 * Before the booking: dreaming and looking at prices, unknown to us until the log-in, which carries the anonymous id
 * (so that the two identities can become one person later).
 */
export function beforeBooking(random: Random, person: Person, trip: Trip, bookedMs: number): Draft[] {
  if (trip.star !== null) return [];
  const drafts: Draft[] = [];
  const brand = { brand: trip.brand, country: person.country };
  const who = hidden(person);
  if (trip.flewBefore && random.chance(0.5)) {
    drafts.push(...beside(random, user(person), 'letter', 'Ottawa', bookedMs - random.int(1, 12) * DAY_MS, brand));
  }
  if (random.chance(0.45) || person.anonymousId !== null) {
    let at = bookedMs - random.int(20, 60 * 24 * 20) * MINUTE_MS;
    for (let i = random.int(1, 3); i > 0; i -= 1) {
      drafts.push(...beside(random, who, 'dream', 'Ottawa', at, brand));
      at += (bookedMs - at) * random.unit();
    }
    drafts.push(...beside(random, who, 'prices', 'Ottawa', at, brand));
    const properties = person.anonymousId === null ? brand : { ...brand, anonymous_id: person.anonymousId };
    drafts.push(...beside(random, user(person), 'logIn', 'Ottawa', bookedMs - 3 * MINUTE_MS, properties));
    person.anonymousId = null;
  }
  return drafts.map(wholeMinutes);
}

function wholeMinutes(event: Draft): Draft {
  return { ...event, timeMs: Math.round(event.timeMs) };
}

/** Lounge, train and hotel know the customer but not the booking; partners tell us days later. */
export function onTheWay(random: Random, person: Person, trip: Trip, landedMs: number, homeMs: number | null): Draft[] {
  if (trip.star !== null) return [];
  const drafts: Draft[] = [];
  const brand = { brand: trip.brand, country: person.country };
  const who = user(person);
  if (random.chance(0.08)) {
    drafts.push(
      ...beside(random, who, 'lounge', 'Ottawa', instant('Ottawa', trip.setOutDay, random.int(1_130, 1_225)), brand),
    );
  }
  if (random.chance(0.6)) {
    const train = { ...brand, partner: 'Coast train' };
    drafts.push(...beside(random, who, 'train', 'Málaga', landedMs + random.int(75, 240) * MINUTE_MS, train));
  }
  if (random.chance(0.7)) {
    const hotel = { ...brand, partner: 'Hotel' };
    drafts.push(...beside(random, who, 'hotel', 'Fuengirola', landedMs + random.int(250, 420) * MINUTE_MS, hotel));
    if (homeMs !== null)
      drafts.push(...beside(random, who, 'leave', 'Fuengirola', homeMs - random.int(240, 330) * MINUTE_MS, hotel));
  }
  return drafts;
}

/** A letter to us and our answer; the mail system knows no bookings. */
export function letterOf(random: Random, person: Person, brand: string, letter: Letter): Draft[] {
  const common = { brand, country: person.country };
  const answered = {
    ...common,
    answered_minutes: letter.replyMinutes,
    promise_minutes: 120,
    cost: `${words(letter.replyMinutes)} waiting`,
  };
  return [
    ...beside(random, user(person), 'complain', 'Fuengirola', letter.wroteMs, common),
    ...beside(random, user(person), 'reply', 'Fuengirola', letter.wroteMs + letter.replyMinutes * MINUTE_MS, answered),
  ];
}

/** Somebody who looks and does not book; `mood` when they answer the question on the page, on the given day. */
export function visitor(
  random: Random,
  said: Comments,
  person: Person,
  answer: { readonly mood: Mood; readonly day: number } | null,
): Draft[] {
  const who = hidden(person);
  const brand = { brand: random.chance(0.6) ? 'Northern Maple' : 'Maple Sun', country: person.country };
  const drafts: Draft[] = [];
  let day = answer === null ? random.int(0, 82) : answer.day;
  for (let i = random.int(1, 4); i > 0 && day < 84; i -= 1) {
    let minute = random.int(7 * 60, 22 * 60);
    for (let views = random.int(1, 3); views > 0; views -= 1) {
      drafts.push(
        ...beside(
          random,
          who,
          random.chance(0.55) ? 'dream' : 'prices',
          'Ottawa',
          instant('Ottawa', day, minute),
          brand,
        ),
      );
      minute += random.int(1, 9);
    }
    day += random.int(1, 16);
  }
  if (answer === null || drafts.length === 0) return drafts;
  const timeMs = (drafts[0] as Draft).timeMs + random.int(10, 25) * MINUTE_MS;
  const text = said.say(['visit'], answer.mood, person.language);
  const properties = { ...brand, detail: DETAIL.visit[0] as string };
  drafts.push(
    draft(
      who,
      { place: 'Ottawa', timeMs },
      { name: AROUND.visit, channel: 'web', score: scoreOf(random, answer.mood), text, properties },
    ),
  );
  return drafts;
}
