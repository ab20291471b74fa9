import { identityOf, madeUpName } from '@continuo/core';
import { describe, expect, it } from 'vitest';
import { BOOKING } from './activities.ts';
import { airline } from './airline.ts';
import { BEGIN_MS, NOW_MS } from './calendar.ts';
import { TRUTHS } from './truths.ts';
import type { WorldEvent } from './world-event.ts';

const world = airline({ seed: 1 });

/** First arrival of every message, by booking, in the order lived. */
function bookingsOf(events: readonly WorldEvent[]): WorldEvent[][] {
  const cases = new Map<string, WorldEvent[]>();
  for (const event of firstArrivals(events)) {
    if (event.caseKey === '') continue;
    const list = cases.get(event.caseKey);
    if (list) list.push(event);
    else cases.set(event.caseKey, [event]);
  }
  return [...cases.values()].map((list) => list.sort((a, b) => a.timeMs - b.timeMs || a.ord - b.ord));
}

function firstArrivals(events: readonly WorldEvent[]): WorldEvent[] {
  const seen = new Set<string>();
  return events.filter((event) => !seen.has(event.messageId) && seen.add(event.messageId));
}

const bookings = bookingsOf(world);
const setOut = (period: keyof typeof TRUTHS.periods) =>
  bookings.filter((b) => b[0]?.properties.set_out === TRUTHS.periods[period].label);
const watched = setOut('watched');
const passes = (booking: readonly WorldEvent[], name: string) => booking.some((e) => e.name === name);
const asPromised = (booking: readonly WorldEvent[]) => booking.some((e) => e.properties.as_promised === true);
const apart = (booking: readonly WorldEvent[]) => booking.some((e) => e.properties.sat_together === false);
const feltOf = (events: readonly WorldEvent[]) => {
  const scores = events.flatMap((e) => (e.score === null ? [] : [e.score]));
  return [
    scores.filter((s) => s <= 6).length,
    scores.filter((s) => s > 6 && s < 9).length,
    scores.filter((s) => s >= 9).length,
  ];
};
const edges = (from: string, to: string) =>
  watched.reduce((n, b) => n + b.filter((e, i) => i > 0 && e.name === to && b[i - 1]?.name === from).length, 0);
const median = (values: readonly number[]) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle - 0.5)] as number) + (sorted[Math.floor(middle)] as number)) / 2;
};
const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
const shareUnhappy = (events: readonly WorldEvent[]) => {
  const [unhappy = 0, neutral = 0, happy = 0] = feltOf(events);
  return unhappy / (unhappy + neutral + happy);
};

describe('the airline as a made world', () => {
  it('is the same for the same seed and another for another', { timeout: 30_000 }, () => {
    const bytes = JSON.stringify(world);
    expect(JSON.stringify(airline({ seed: 1 })) === bytes).toBe(true);
    expect(JSON.stringify(airline({ seed: 2 })) === bytes).toBe(false);
  });

  it('knows nothing before its beginning and nothing after its now', () => {
    const wrong = firstArrivals(world).filter((e) => e.timeMs < BEGIN_MS || e.timeMs > NOW_MS);
    expect(wrong).toEqual([]);
    expect(world.filter((e) => e.receivedMs > NOW_MS)).toEqual([]);
    expect(world.every((e, i) => i === 0 || e.receivedMs >= (world[i - 1] as WorldEvent).receivedMs)).toBe(true);
  });

  it('has 3,000 people, some of them under two identities that a log-in joins', () => {
    const users = new Set(world.filter((e) => e.kind === 'user').map((e) => e.id));
    const anonymous = new Set(world.filter((e) => e.kind === 'anonymous').map((e) => e.id));
    const joined = new Set(
      world.flatMap((e) => (e.properties.anonymous_id === undefined ? [] : [String(e.properties.anonymous_id)])),
    );
    const alone = [...anonymous].filter((id) => !joined.has(id));
    expect(users.size + alone.length).toBeGreaterThanOrEqual(2_985);
    expect(users.size + alone.length).toBeLessThanOrEqual(TRUTHS.world.people);
    expect([...anonymous].filter((id) => joined.has(id)).length).toBeGreaterThan(300);
  });

  it('reaches people on eight channels, aboard, and through partners', () => {
    const channels = [...new Set(world.map((e) => e.channel))].sort();
    expect(channels).toEqual(['aboard', 'app', 'chat', 'desk', 'email', 'lounge', 'partner', 'phone', 'social', 'web']);
  });

  it('shows 22 touchpoints on the watched bookings, the usual 14 with 97 of 100 events', () => {
    const events = watched.flat();
    const counts = Object.values(BOOKING).map((name) => events.filter((e) => e.name === name).length);
    expect(counts.every((n) => n > 0)).toBe(true);
    const most = counts.sort((a, b) => b - a).slice(0, 14);
    expect(most.reduce((a, b) => a + b, 0) / events.length).toBeCloseTo(0.97, 2);
  });

  it('keeps the moments of a booking apart in time, in the order lived', () => {
    const early = bookings.flatMap((b) => b.filter((e, i) => i > 0 && e.timeMs <= (b[i - 1] as WorldEvent).timeMs));
    expect(early).toEqual([]);
    const late = bookings.filter((b) => b.findIndex((e) => e.name === BOOKING.book) > 0);
    expect(late).toEqual([]);
  });

  it('sends some events twice and some late', () => {
    const resent = world.length - firstArrivals(world).length;
    expect(resent / world.length).toBeCloseTo(0.015, 2);
    expect(world.filter((e) => e.receivedMs - e.timeMs > 86_400_000).length).toBeGreaterThan(500);
  });

  it('repeats no sentence of a customer', () => {
    const texts = firstArrivals(world).flatMap((e) => (e.text === '' ? [] : [e.text]));
    expect(texts.length).toBeGreaterThan(250);
    expect(new Set(texts).size).toBe(texts.length);
  });
});

describe('the planted truths, by plain counting', () => {
  const without = watched.filter((b) => passes(b, BOOKING.noBag));
  const { connection, phone, seats, evening, bagBack, loop, voices, tries } = TRUTHS;

  it.each([
    ['set out', watched.length, TRUTHS.periods.watched.bookings],
    ['customers', new Set(watched.map((b) => b[0]?.id)).size, 640],
    ['choose seats', watched.filter((b) => passes(b, BOOKING.seats)).length, seats.chosen],
    ['skip seats', watched.filter((b) => passes(b, BOOKING.skip)).length, seats.skipped],
    ['skipped and sat apart', watched.filter((b) => passes(b, BOOKING.skip) && apart(b)).length, seats.skippedApart],
    ['chose and sat apart', watched.filter((b) => passes(b, BOOKING.seats) && apart(b)).length, seats.chosenApart],
    ['evening drop', watched.filter((b) => passes(b, BOOKING.evening)).length, evening.people],
    [
      'evening as promised',
      watched.filter((b) => passes(b, BOOKING.evening) && asPromised(b)).length,
      evening.asPromised,
    ],
    [
      'others as promised',
      watched.filter((b) => passes(b, BOOKING.checkIn) && asPromised(b)).length,
      evening.othersAsPromised,
    ],
    ['as promised', watched.filter(asPromised).length, connection.asPromised],
    ['as promised before', setOut('before').filter(asPromised).length, connection.asPromisedBefore],
    ['as promised in August', setOut('august').filter(asPromised).length, TRUTHS.august.asPromised],
    ['fly', watched.filter((b) => passes(b, BOOKING.fly)).length, 636],
    ['change planes', watched.filter((b) => passes(b, BOOKING.madrid)).length, 631],
    ['miss the plane', watched.filter((b) => passes(b, BOOKING.miss)).length, connection.missedPlane],
    ['bag on the belt', watched.filter((b) => passes(b, BOOKING.belt)).length, 443],
    ['no bag', without.length, connection.noBag],
    ['no bag before', setOut('before').filter((b) => passes(b, BOOKING.noBag)).length, connection.noBagBefore],
    ['phone', watched.filter((b) => passes(b, BOOKING.phone)).length, phone.people],
    ['phone without bag', without.filter((b) => passes(b, BOOKING.phone)).length, phone.withoutBag],
    ['phone again', edges(BOOKING.phone, BOOKING.phone), phone.again],
    ['chat', watched.filter((b) => passes(b, BOOKING.chat)).length, phone.chat],
    ['brought', watched.filter((b) => passes(b, BOOKING.brought)).length, 160],
    ['still waiting', without.filter((b) => !passes(b, BOOKING.brought)).length, bagBack.waiting],
    ['fly home', watched.filter((b) => passes(b, BOOKING.home)).length, loop.flewHome],
    ['flew before', watched.filter((b) => b[0]?.properties.flew_before === 'yes').length, loop.flewBefore],
    ['tried twice or asked', watched.filter((b) => b.some((e) => Number(e.properties.tries) >= 2)).length, tries.any],
    ['madrid to belt', edges(BOOKING.madrid, BOOKING.belt), 436],
    ['no bag to phone', edges(BOOKING.noBag, BOOKING.phone), 121],
    ['phone to brought', edges(BOOKING.phone, BOOKING.brought), 98],
    ['chat to brought', edges(BOOKING.chat, BOOKING.brought), 44],
  ])('%s', (_what, counted, planted) => {
    expect(counted).toBe(planted);
  });

  it('misses bags on the planted days', () => {
    const byDay = new Map<string, number>();
    for (const event of without.flat().filter((e) => e.name === BOOKING.noBag)) {
      const day = String(event.properties.local_time).slice(0, 10);
      byDay.set(day, (byDay.get(day) ?? 0) + 1);
    }
    expect([...byDay].sort().map(([, n]) => n)).toEqual(connection.noBagByDay);
    expect([...byDay.keys()].sort()[0]).toBe('2026-10-01');
  });

  it('makes half of those who phone explain it four times, and brings no bag sooner', () => {
    const told = watched
      .filter((b) => passes(b, BOOKING.phone))
      .map((b) => Math.max(...b.map((e) => Number(e.properties.explained ?? 0))));
    expect(median(told)).toBe(phone.explainedByHalf);
    const soon = (b: readonly WorldEvent[]) => b.some((e) => Number(e.properties.without_hours) <= 24);
    expect(without.filter((b) => passes(b, BOOKING.phone) && soon(b)).length).toBe(phone.within24hPhone);
    expect(without.filter((b) => !passes(b, BOOKING.phone) && soon(b)).length).toBe(phone.within24hNot);
  });

  it('hears 38 of 640, step by step as planted', () => {
    expect(watched.filter((b) => b.some((e) => e.score !== null)).length).toBe(38);
    const { overall, ...steps } = voices;
    expect(feltOf(watched.flat().filter((e) => e.name === BOOKING.answer))).toEqual(overall);
    for (const [step, planted] of Object.entries(steps)) {
      const name = BOOKING[step as keyof typeof BOOKING];
      expect([step, feltOf(watched.flat().filter((e) => e.name === name))]).toEqual([step, planted]);
    }
  });

  it('hears 6 of 100 in all', () => {
    const answering = new Set(world.filter((e) => e.score !== null).map((e) => `${e.kind} ${e.id}`));
    expect(answering.size / TRUTHS.world.people).toBeCloseTo(TRUTHS.world.answeredShare, 3);
  });

  it('takes the same time on average to change a booking, steady in one brand and wild in the other', () => {
    const times = (brand: string) =>
      bookings
        .flat()
        .filter((e) => e.name === BOOKING.change && e.properties.brand === brand)
        .map((e) => Number(e.properties.minutes));
    const [steady, wild] = [times('Northern Maple'), times('Maple Sun')];
    expect([steady.length, wild.length]).toEqual([TRUTHS.change.perBrand, TRUTHS.change.perBrand]);
    expect([mean(steady), mean(wild)]).toEqual([TRUTHS.change.mean, TRUTHS.change.mean]);
    expect([Math.min(...wild), Math.max(...wild)]).toEqual([TRUTHS.change.mapleSunMin, TRUTHS.change.mapleSunMax]);
    expect(Math.max(...steady) - Math.min(...steady)).toBeLessThan(60);
    const done = bookings.flat().filter((e) => e.name === BOOKING.change && e.properties.changed === true).length;
    expect(done).toBe(TRUTHS.change.done);
  });

  it('drags everyone down in August', () => {
    const month = (from: string, to: string, brand: string) =>
      firstArrivals(world).filter((e) => {
        const day = String(e.properties.local_time);
        return day >= from && day < to && e.properties.brand === brand;
      });
    for (const brand of ['Northern Maple', 'Maple Sun']) {
      const august = shareUnhappy(month('2026-08-01', '2026-09-01', brand));
      const september = shareUnhappy(month('2026-09-01', '2026-10-01', brand));
      expect(august - september).toBeGreaterThan(0.08);
    }
    const answers = (from: string, to: string) =>
      [...month(from, to, 'Northern Maple'), ...month(from, to, 'Maple Sun')].filter((e) =>
        e.name.startsWith('Answer '),
      );
    expect(Math.abs(shareUnhappy(answers('2026-08-01', '2026-09-01')) - TRUTHS.august.unhappyInAugust)).toBeLessThan(
      0.06,
    );
    expect(Math.abs(shareUnhappy(answers('2026-09-01', '2026-09-28')) - TRUTHS.august.unhappyInSeptember)).toBeLessThan(
      0.06,
    );
  });

  it('sees those who were answered within two hours fly again', () => {
    const counts = { fast: 0, fastAgain: 0, slow: 0, slowAgain: 0 };
    const books = new Map<string, number>();
    for (const e of world) if (e.name === BOOKING.book) books.set(e.id, Math.max(books.get(e.id) ?? 0, e.timeMs));
    for (const reply of firstArrivals(world).filter((e) => e.name === 'Get our answer')) {
      const isFast = Number(reply.properties.answered_minutes) <= TRUTHS.answered.withinMinutes;
      const isAgain = (books.get(reply.id) ?? 0) > reply.timeMs;
      counts[isFast ? 'fast' : 'slow'] += 1;
      if (isAgain) counts[isFast ? 'fastAgain' : 'slowAgain'] += 1;
    }
    const { withinMinutes: _withinMinutes, ...planted } = TRUTHS.answered;
    expect(counts).toEqual(planted);
  });

  it.each([7, 2026, 123_456_789])('holds for seed %i', { timeout: 30_000 }, (seed) => {
    const trips = bookingsOf(airline({ seed })).filter(
      (b) => b[0]?.properties.set_out === TRUTHS.periods.watched.label,
    );
    expect(trips.length).toBe(640);
    expect(trips.filter((b) => passes(b, BOOKING.noBag)).length).toBe(connection.noBag);
    expect(trips.filter(asPromised).length).toBe(connection.asPromised);
    expect(trips.filter((b) => b.some((e) => Number(e.properties.tries) >= 2)).length).toBe(tries.any);
  });
});

describe('the told stories', () => {
  const named = (name: string, workspace = 1, all = bookings) =>
    all.filter((b) => madeUpName(identityOf(workspace, { kind: 'user', value: b[0]?.id as string })) === name);
  const line = (e: WorldEvent) => [
    String(e.properties.local_time).slice(5),
    e.channel,
    e.properties.detail,
    e.text,
    e.properties.cost ?? '',
  ];

  it('is Hazel Wren’s, moment by moment', () => {
    const [hers, ...others] = named('Hazel Wren');
    expect(others).toEqual([]);
    expect(hers?.map(line)).toEqual([
      ['08-18 20:14', 'web', 'Books Ottawa – Madrid – Málaga for two, out 20 Oct, home 19 Nov.', '', '21 min'],
      ['10-10 10:02', 'app', 'Chooses two seats side by side.', '', '5 min'],
      ['10-20 17:40', 'desk', 'Drops one bag in Ottawa. The tag says “through to Málaga”.', '', '14 min in line'],
      ['10-20 20:55', 'aboard', 'Flies to Madrid with her husband. On time.', 'The crew looked after us.', ''],
      [
        '10-21 09:50',
        'aboard',
        'Changes planes in Madrid: 60 minutes, two passport lines. They make it. The bag does not.',
        '',
        'no one tells her',
      ],
      [
        '10-21 13:05',
        'desk',
        'Waits at belt 6 in Málaga. Her bag does not come.',
        'My medicine is in that bag, and every desk sends me to the next one.',
        '2 h 10 waiting',
      ],
      ['10-21 15:20', 'desk', 'Tells it all at the bag desk. “Please phone your airline.”', '', '1st time'],
      ['10-21 16:45', 'phone', 'Tells it all by phone. “The handler has it.”', '', '2nd time, 34 min on hold'],
      ['10-21 18:30', 'chat', 'Tells it all in chat. “Please phone.”', '', '3rd time'],
      [
        '10-22 09:10',
        'phone',
        'Tells it all by phone, to someone new, from the start.',
        'I have told this story four times. Nobody wrote it down.',
        '4th time, 22 min on hold',
      ],
      [
        '10-22 21:20',
        'aboard',
        'A crew member of her flight brings the medicine to the hotel in Fuengirola, after her shift.',
        'I cried. I did not think anyone was still listening.',
        '',
      ],
      ['10-23 11:05', 'desk', 'The bag comes to the hotel.', '', '46 h after landing'],
      [
        '10-23 18:20',
        'email',
        'Answers our three questions: 2 of 10 for the journey, 10 of 10 for the crew.',
        'You have wonderful people, and nobody who owns my bag.',
        '',
      ],
    ]);
    const sum = (property: string) => (hers ?? []).reduce((n, e) => n + Number(e.properties[property] ?? 0), 0);
    expect([sum('handovers'), sum('money')]).toEqual([3, 142]);
  });

  it('is Rowan Pike’s too, who set out on 12 October', () => {
    const [his] = named('Rowan Pike');
    expect(his?.[0]?.properties.set_out_day).toBe('2026-10-12');
    expect(his?.find((e) => e.name === BOOKING.evening)).toMatchObject({
      text: 'Slept in, walked on.',
      properties: { wait_minutes: 4 },
    });
    expect(his && asPromised(his)).toBe(true);
  });

  it.each([
    [BOOKING.book, 'Found, booked, done before my tea was cold.'],
    [BOOKING.seats, 'Side by side, simple.'],
    [BOOKING.madrid, 'Two passport lines in one hour. We made it, our bags did not.'],
    [BOOKING.home, 'Home on time.'],
  ])('says of “%s”: %s', (name, text) => {
    expect(
      watched
        .flat()
        .filter((e) => e.text === text)
        .map((e) => e.name),
    ).toEqual([name]);
  });

  it('keeps the names in any workspace', () => {
    const elsewhere = bookingsOf(airline({ seed: 1, workspace: 9 }));
    expect(named('Hazel Wren', 9, elsewhere).length).toBe(1);
    expect(named('Clover Finch', 9, elsewhere).length).toBe(1);
  });
});
