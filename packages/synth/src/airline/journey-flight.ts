import type { JourneyContract } from '@continuo/core';
import { BOOKING } from './activities.ts';
import { days, HOUR_MS, heard, journey, measured, stage, step } from './design.ts';

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
    // Who booked before 3 August is not on it: of them nobody can tell whether they booked or chose seats. And half book a
    // month ahead, some four: silence says that they gave up only after longer than that.
    passage: {
      by: 'case',
      property: null,
      silenceMs: days(150),
      atMostMs: null,
      starts: ['book'],
      again: 'after-end',
    },
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
    rules: [{ id: 'booked-before-check-in', kind: 'precedence', a: 'book', b: 'check-in' }],
  });
}

const dream = stage(
  'dream',
  'Dream',
  step('dream-of-sun', 'I dream of a month in the sun', {
    owner: 'Marketing',
    say: {
      thoughts: 'February could be different this year',
      emotion: '1',
      expectations: 'Somewhere warm that feels like home',
      quotes: 'One sunny photo starts it all',
      backstage: 'Photos and letters from last winter',
      systems: 'Web pages, letters',
    },
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
      thoughts: 'Is this the whole price?',
      emotion: '1',
      expectations: 'One price, bags included, in 25 minutes',
      quotes: [measured('book-first-try', '97 of 100 book at the first try')],
      backstage: 'Fares of both brands in one list',
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
      thoughts: 'We want to sit together',
      emotion: '1',
      expectations: 'Side by side, chosen in 8 minutes',
      quotes: [heard('side-by-side', 'Side by side, simple', 4, '2026-10')],
      backstage: 'Seat map of both airlines',
      systems: 'Seat plan, seat partner',
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
    say: {
      thoughts: 'See you in Málaga, bag',
      emotion: '0',
      expectations: 'Twenty minutes in line',
      quotes: 'Lines are longest at five in the afternoon',
      backstage: 'Desks open three hours before',
      systems: 'Check-in, bag tags',
    },
  }),
  step('security', 'I pass security and wait', {
    actor: 'partner',
    isOptional: true,
    owner: 'Airport Ottawa',
    partner: 'Airport security',
    say: {
      thoughts: 'Did I take the water out of my bag?',
      emotion: '-1',
      expectations: 'A line that moves',
      quotes: 'The airport does not tell us how long it takes',
      backstage: 'Security staff of the airport',
      systems: 'Airport security',
    },
  }),
);

const fly = (connectionMinutes: number) =>
  stage(
    'fly-and-connect',
    'Fly and connect',
    step('fly-to-madrid', 'I fly to Madrid', {
      events: [BOOKING.fly],
      wrongWhen: { property: 'hurt', value: 'true' },
      actor: 'us',
      isOwed: true,
      channels: ['aboard'],
      owner: 'Cabin',
      say: {
        thoughts: 'I will sleep a little',
        emotion: '1',
        expectations: 'Side by side, at most 15 minutes late',
        quotes: [heard('crew', 'The crew looked after us', 9, '2026-10')],
        backstage: 'Seats given out on the day',
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
        thoughts: 'Which line is ours, and does the bag come along?',
        emotion: '0',
        expectations: `${connectionMinutes} minutes are enough`,
        quotes: [heard('two-lines', 'Two passport lines in one hour', 11, '2026-10')],
        backstage: ['Connection time in the timetable', 'Bag transfer belt to belt'],
        systems: 'Timetable, bag scan feed',
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
      thoughts: 'Everything I need is in there',
      emotion: '1',
      expectations: 'Half an hour at the belt',
      quotes: [heard('medicine', 'My medicine is in that bag', 14, '2026-10')],
      backstage: 'Bags loaded in Madrid',
      systems: 'Bag scan feed, bag handler',
    },
  }),
  step('take-the-train', 'I take the train to Fuengirola', {
    actor: 'partner',
    isOptional: true,
    owner: 'Train, partner',
    partner: 'Train',
    say: {
      thoughts: 'The sea must be on the left',
      emotion: '1',
      expectations: 'A train every twenty minutes',
      quotes: 'The train is the easy part',
      backstage: 'Signs from the belt to the platform',
      systems: 'Coast train',
    },
  }),
);

const stay = stage(
  'stay',
  'Stay',
  step('stay-a-month', 'I stay for a month', {
    actor: 'partner',
    isOptional: true,
    owner: 'Hotel, partner',
    partner: 'Hotel',
    say: {
      thoughts: 'I could do this every winter',
      emotion: '2',
      expectations: 'The room with the balcony',
      quotes: 'Nobody asks us anything in these weeks',
      backstage: 'Rooms held for the whole month',
      systems: 'Hotel',
    },
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
    say: {
      thoughts: 'Back to the snow',
      emotion: '1',
      expectations: 'At most 15 minutes late',
      quotes: [heard('home-on-time', 'Home on time', 4, '2026-10')],
      backstage: 'Crew and plane turn round in Málaga',
      systems: 'Timetable, cabin crew',
    },
  }),
);
