import { AROUND, BOOKING } from './activities.ts';
import { days, journey, onEvents, stage, step } from './design.ts';

/** Above all journeys: the loop that customers go round, winter after winter. */
export const lifecycle = journey({
  key: 'winters-in-the-sun',
  title: 'I spend my winters in the sun with you',
  level: 'lifecycle',
  leadsTo: ['winters-in-the-sun'],
  owner: 'Customer board',
  review: { everyDays: 91, nextDay: '2026-12-01' },
  question: 'Would you spend the next winter with us again?',
  stages: [
    stage(
      'discover',
      'Discover',
      step('look', 'I look around', {
        events: [AROUND.dream, AROUND.prices, AROUND.letter],
        isOptional: true,
        atMost: null,
        owner: 'Marketing',
      }),
    ),
    stage('choosing', 'Choose', step('choose', 'I book with you', { events: [BOOKING.book], owner: 'Web shop' })),
    stage(
      'travelling',
      'Travel',
      step('travel', 'I fly and arrive', {
        events: [BOOKING.fly, BOOKING.madrid, BOOKING.belt, BOOKING.noBag],
        atMost: null,
        owner: 'Connections team',
      }),
    ),
    stage(
      'helping',
      'Get help',
      step('help', 'I ask and am helped', {
        events: [BOOKING.phone, BOOKING.chat, BOOKING.desk, AROUND.complain],
        isOptional: true,
        atMost: null,
        owner: 'Customer care',
      }),
    ),
    stage(
      'home',
      'Come home',
      step('come-home', 'I come home', { events: [BOOKING.home], ends: 'goal', matters: true, owner: 'Cabin' }),
    ),
  ],
  passage: { by: 'silence', property: null, silenceMs: days(75), atMostMs: null, starts: [], again: 'after-end' },
});

/** Changing a booking: the same mean time for both brands, and a very different promise kept. */
export const changeJourney = journey({
  key: 'i-change-my-booking',
  title: 'I change my booking',
  level: 'sub-journey',
  parent: 'month-in-the-sun',
  // Nobody has taken it on yet, and its review is overdue: the list of journeys says so.
  review: { everyDays: 28, nextDay: '2026-09-15' },
  question: 'Was it easy to change your booking?',
  stages: [
    stage('want', 'I want to change', step('had-booked', 'I have a booking', { events: [BOOKING.book] })),
    stage(
      'changing',
      'It is changed',
      step('changed', 'My booking is changed', {
        events: [BOOKING.change],
        wentWrong: [onEvents([BOOKING.change], [{ property: 'changed', test: 'is', values: ['false'] }])],
        actor: 'us',
        isOwed: true,
        ends: 'goal',
        matters: true,
        channels: ['web', 'app'],
      }),
    ),
  ],
  passage: { by: 'case', property: null, silenceMs: days(30), atMostMs: null, starts: [], again: 'after-end' },
});
