import type { JourneyContract } from '@continuo/core';
import { BOOKING } from './activities.ts';
import { HOUR_MS, heard, journey, measured, onEvents, stage, step } from './design.ts';

/** The flight to a month in the sun and home again, as designed; only the time to change planes differs between versions. */
export function flightJourney(connectionMinutes: number): JourneyContract {
  return journey({
    key: 'month-in-the-sun',
    title: 'I fly from Ottawa to Fuengirola for a month and come home',
    parent: 'winters-in-the-sun',
    leadsTo: ['bag-did-not-come', 'i-complain'],
    meantFor: ['Snowbirds', 'Families'],
    country: 'Canada',
    owner: 'Connections team',
    review: { everyDays: 28, nextDay: '2026-10-29' },
    question: 'How was your journey to Fuengirola?',
    stages: [dream, book, prepare, airport, fly(connectionMinutes), arrive, stay, home],
    promises: [
      {
        id: 'bag-in-time',
        from: 'change-planes',
        to: 'pick-up-bag',
        withinMs: 12 * HOUR_MS,
        says: 'In Málaga the same day',
      },
    ],
    rules: [{ id: 'checked-in-before-flying', kind: 'precedence', a: 'book', b: 'fly-to-madrid' }],
  });
}

const dream = stage(
  'dream',
  'Dream',
  step('dream-of-sun', 'I dream of a month in the sun', {
    owner: 'Marketing',
    say: { text: 'One sunny photo starts it all', emotion: '1', thoughts: 'February could be different this year' },
  }),
);

const book = stage(
  'booking',
  'Book',
  step('book', 'I find and book flights', {
    events: [BOOKING.book],
    channels: ['web', 'app'],
    owner: 'Web shop',
    say: {
      text: [measured('book-first-try', '97 of 100 book at the first try')],
      emotion: '1',
      expectations: 'One price, bags included',
      systems: 'Web shop, payment',
    },
  }),
);

const prepare = stage(
  'prepare',
  'Prepare',
  step('choose-seats', 'I choose our seats', {
    events: [BOOKING.seats],
    channels: ['web', 'app'],
    owner: 'Seats',
    say: {
      text: [heard('side-by-side', 'Side by side, simple', 4, '2026-10')],
      emotion: '1',
      backstage: 'Seat map of both airlines',
    },
  }),
);

const airport = stage(
  'airport',
  'At the airport',
  step('check-in', 'I check in and drop my bag', {
    events: [BOOKING.checkIn],
    channels: ['desk', 'app'],
    owner: 'Airport Ottawa',
    say: { emotion: '0', expectations: 'Twenty minutes in line', backstage: 'Desks open three hours before' },
  }),
  step('security', 'I pass security and wait', {
    actor: 'partner',
    isOptional: true,
    owner: 'Airport Ottawa',
    say: { emotion: '-1' },
  }),
);

const fly = (connectionMinutes: number) =>
  stage(
    'fly-and-connect',
    'Fly and connect',
    step('fly-to-madrid', 'I fly to Madrid', {
      events: [BOOKING.fly],
      wentWrong: [onEvents([BOOKING.fly], [{ property: 'hurt', test: 'is', values: ['true'] }])],
      actor: 'us',
      isOwed: true,
      channels: ['aboard'],
      owner: 'Cabin',
      say: {
        text: [heard('crew', 'The crew looked after us', 9, '2026-10')],
        emotion: '1',
        systems: 'Seat plan, cabin crew',
      },
    }),
    step('change-planes', 'I change planes in Madrid', {
      events: [BOOKING.madrid],
      wentWrong: [BOOKING.miss],
      actor: 'us',
      isOwed: true,
      matters: true,
      channels: ['aboard', 'desk'],
      owner: 'Connections',
      partner: 'Bag handler',
      say: {
        text: [heard('two-lines', 'Two passport lines in one hour', 11, '2026-10')],
        emotion: '0',
        expectations: `${connectionMinutes} minutes are enough`,
        backstage: ['Connection time in the timetable', 'Bag transfer belt to belt'],
        systems: 'Bag scan feed',
      },
    }),
  );

const arrive = stage(
  'arrive',
  'Arrive',
  step('pick-up-bag', 'I pick up my bag in Málaga', {
    events: [BOOKING.belt],
    wentWrong: [BOOKING.noBag],
    actor: 'partner',
    isOwed: true,
    ends: 'goal-either-way',
    matters: true,
    channels: ['desk'],
    owner: 'Baggage',
    partner: 'Bag handler',
    say: {
      text: [heard('medicine', 'My medicine is in that bag', 14, '2026-10')],
      emotion: '1',
      expectations: 'Half an hour at the belt',
      backstage: 'Bags loaded in Madrid',
      systems: 'Bag handler',
    },
  }),
  step('take-the-train', 'I take the train to Fuengirola', {
    actor: 'partner',
    isOptional: true,
    owner: 'Train, partner',
    partner: 'Train',
    say: { text: 'The train is the easy part', emotion: '1' },
  }),
);

const stay = stage(
  'stay',
  'Stay',
  step('stay-a-month', 'I stay for a month', {
    isOptional: true,
    owner: 'Hotel, partner',
    partner: 'Hotel',
    say: { emotion: '2' },
  }),
);

const home = stage(
  'home',
  'Come home',
  step('fly-home', 'I fly home to Ottawa', {
    events: [BOOKING.home],
    actor: 'us',
    isOptional: true,
    matters: true,
    channels: ['aboard'],
    owner: 'Cabin',
    say: { text: [heard('home-on-time', 'Home on time', 4, '2026-10')], emotion: '1' },
  }),
);
